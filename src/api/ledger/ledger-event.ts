import type { Mapping } from '../../contract/adoption.ts';
import type { CheckIn } from '../../domain/check-in.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Dependency, Initiative, Kpi, Objective, Person, Portfolio } from '../../domain/portfolio.ts';
import type { RecalibrationChange } from '../../domain/recalibration-change.ts';
import type { Reason, ReasonCode, Status } from '../../domain/status.ts';
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
  /** The first of `reasons`. */
  readonly reason: ReasonCode | null;
  /** What the status was computed from, worst first. */
  readonly reasons: readonly Reason[];
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
  | RecalibrationEvent;

/** One type per kind of change. `booked`, `rebooked` and `kept` come from outside, the others from the engine. */
export type RecalibrationEvent = {
  readonly [K in RecalibrationChange['kind']]: {
    readonly type: `recalibration-${K}`;
    readonly v: 1;
    readonly data: Extract<RecalibrationChange, { readonly kind: K }>;
  };
}[RecalibrationChange['kind']];

export function isRecalibrationEvent(event: LedgerEvent): event is RecalibrationEvent {
  return event.type.startsWith('recalibration-');
}

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
