import type { Mapping } from '../../contract/adoption.ts';
import type { CheckIn } from '../../domain/check-in.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Dependency, Initiative, Kpi, Objective, Person, Portfolio } from '../../domain/portfolio.ts';
import type { Meeting, Recalibration } from '../../domain/recalibration.ts';
import type { ReasonCode, Status } from '../../domain/status.ts';
import type { Instant } from '../../domain/zoned-time.ts';

/** What a tenant is: everything of a portfolio that is not a list, and a name for show. */
export type TenantSetUp = Pick<Portfolio, 'timeZone' | 'currency' | 'workWeek' | 'holidays' | 'settings'> & {
  readonly name: string;
};

/** A change of colour, with its cause. Written by the engine, never by a person. */
export interface StatusChange {
  readonly kind: 'kpi' | 'initiative' | 'objective';
  readonly id: string;
  readonly from: Status | null;
  readonly to: Status;
  readonly reason: ReasonCode | null;
}

/**
 * Everything that can be accepted, as one closed union. `v` is the version of that type's shape: a shape is never
 * changed, a new version is added beside it and both are folded for ever (DESIGN.md 3.11).
 */
export type LedgerEvent =
  | { readonly type: 'tenant-set-up'; readonly v: 1; readonly data: TenantSetUp }
  | {
      readonly type: 'person-added';
      readonly v: 1;
      /** `oid`: the Entra account; absent until the directory ties one. */
      readonly data: { readonly person: Person; readonly oid?: string };
    }
  | { readonly type: 'objective-added'; readonly v: 1; readonly data: { readonly objective: Objective } }
  | { readonly type: 'initiative-added'; readonly v: 1; readonly data: { readonly initiative: Initiative } }
  | {
      readonly type: 'kpi-adopted';
      readonly v: 1;
      /** `row`: the sender's id of the sheet row, which makes adoption repeatable. */
      readonly data: { readonly kpi: Kpi; readonly workbook?: string; readonly row?: string };
    }
  | {
      readonly type: 'kpi-linked';
      readonly v: 1;
      readonly data: { readonly kpi: string; readonly workbook: string; readonly row?: string };
    }
  | { readonly type: 'dependency-added'; readonly v: 1; readonly data: { readonly dependency: Dependency } }
  | {
      readonly type: 'mapping-saved';
      readonly v: 1;
      readonly data: { readonly workbook: string; readonly mapping: Mapping };
    }
  | {
      readonly type: 'check-in-accepted';
      readonly v: 1;
      readonly data: { readonly checkIn: CheckIn; readonly workbook?: string };
    }
  | { readonly type: 'decision-recorded'; readonly v: 1; readonly data: { readonly decision: Decision } }
  | { readonly type: 'status-changed'; readonly v: 1; readonly data: StatusChange }
  | {
      /** The engine's word: the recalibration as it stands after the change. */
      readonly type:
        | 'recalibration-opened'
        | 'recalibration-joined'
        | 'recalibration-released'
        | 'recalibration-escalated'
        | 'recalibration-decided'
        | 'recalibration-alarmed';
      readonly v: 1;
      readonly data: { readonly recalibration: Recalibration };
    }
  | {
      readonly type: 'recalibration-booked';
      readonly v: 1;
      readonly data: { readonly recalibration: string; readonly meeting: Meeting };
    }
  | {
      /** The meeting is gone, for example cancelled by hand; it will be booked again while the case stands. */
      readonly type: 'recalibration-cancelled';
      readonly v: 1;
      readonly data: { readonly recalibration: string; readonly eventId: string; readonly because: string };
    };

export type LedgerEventType = LedgerEvent['type'];

/** Who did it: a person of the tenant, or the product itself. */
export type Actor = string;
export const SYSTEM: Actor = 'system';

/** One accepted entry: the event and its place in the chain. */
export interface LedgerEntry {
  readonly tenant: string;
  /** 1, 2, 3 … without gaps, per tenant. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly event: LedgerEvent;
  readonly prevHash: string;
  readonly hash: string;
}
