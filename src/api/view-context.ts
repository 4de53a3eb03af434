import type { Mapping } from '../contract/adoption.ts';
import type { Facts } from '../domain/facts.ts';
import type { KpiId, Person } from '../domain/portfolio.ts';
import type { PricingNetwork } from '../domain/price-network.ts';
import type { Evaluation } from '../domain/status.ts';
import type { Instant } from '../domain/zoned-time.ts';
import type { StatusChange } from './ledger/ledger-event.ts';

/** A change of colour and when it stood. */
export type Transition = StatusChange & { readonly at: Instant };

/** What time has done up to `asOf`. Recalibrations are in `facts.recalibrations`. */
export interface TimelineView {
  /** Since when a KPI, initiative or objective has its present colour; by id. */
  readonly since: ReadonlyMap<string, Instant>;
  /** Oldest first. */
  readonly transitions: readonly Transition[];
}

/** What a workbook is known for. */
export interface WorkbookState {
  readonly mapping: Mapping | null;
  /** In order of adoption. */
  readonly kpis: readonly KpiId[];
}

/**
 * Everything a presenter may look at, already cut at `asOf`. Presenters are pure: `presentX(view, …)` gives the
 * contract's shape, field by field.
 */
export interface ViewContext {
  readonly tenantName: string;
  /** Since when there is a ledger. */
  readonly began: Instant;
  readonly facts: Facts;
  readonly timeline: TimelineView;
  readonly evaluation: Evaluation;
  /** For prices; laid out when first asked for. */
  readonly pricing: () => PricingNetwork;
  readonly workbooks: ReadonlyMap<string, WorkbookState>;
  /** The ledger sequence of each check-in, by check-in id. */
  readonly entryOf: ReadonlyMap<string, number>;
  /** Who reads. */
  readonly reader: Person;
  /** BCP 47. */
  readonly locale: string;
  readonly now: Instant;
  /** The moment the view shows; `now` unless the reader asked for a past one (then nothing may be done). */
  readonly asOf: Instant;
}
