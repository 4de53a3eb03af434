import type { Generated } from 'kysely';

/** The tables as the query builder sees them. Moments are milliseconds since 1970 on the application's clock. */
export interface Schema {
  readonly ledger_head: LedgerHeadTable;
  readonly ledger_entry: LedgerEntryTable;
  readonly answered_request: AnsweredRequestTable;
  readonly job: JobTable;
  readonly wake: WakeTable;
  readonly projection: ProjectionTable;
  readonly snapshot_core: SnapshotCoreTable;
  readonly snapshot_segment: SnapshotSegmentTable;
}

interface LedgerHeadTable {
  readonly tenant: string;
  readonly seq: number;
  readonly hash: string;
}

interface LedgerEntryTable {
  readonly tenant: string;
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly type: string;
  readonly version: number;
  /** Canonical JSON, kept as text: byte for byte what was hashed. */
  readonly data: string;
  readonly prev_hash: string;
  readonly hash: string;
  /** Makes an event single within its tenant, e.g. `check-in:<id>`. */
  readonly natural_key: string | null;
  /** Which KPI, initiative, objective or recalibration it is about; computed by the database. */
  readonly subject: Generated<string | null>;
}

interface AnsweredRequestTable {
  readonly tenant: string;
  readonly person: string;
  readonly key: string;
  readonly request_hash: string;
  readonly status: number;
  readonly body: string;
  readonly at: number;
}

interface JobTable {
  readonly tenant: string;
  readonly id: Generated<number>;
  readonly kind: string;
  readonly key: string;
  readonly payload: string;
  readonly state: Generated<'ready' | 'running' | 'done' | 'dead'>;
  readonly run_at: number;
  readonly attempts: Generated<number>;
  readonly max_attempts: Generated<number>;
  readonly lease: string | null;
  readonly last_error: string | null;
  /** Jobs of one lane are never done by two workers at once. */
  readonly lane: string | null;
}

interface WakeTable {
  readonly tenant: string;
  readonly wake_at: number;
}

interface ProjectionTable {
  readonly tenant: string;
  readonly kind: 'kpi' | 'initiative' | 'objective' | 'recalibration';
  readonly id: string;
  /** The entry with which this row became what it is. */
  readonly seq: number;
  readonly status: string;
  readonly since: number | null;
  readonly review_at: number | null;
  /** Canonical JSON of everything computed. */
  readonly data: string;
}

interface SnapshotCoreTable {
  readonly tenant: string;
  readonly seq: number;
  readonly hash: string;
  readonly version: number;
  readonly data: Uint8Array;
}

interface SnapshotSegmentTable {
  readonly tenant: string;
  readonly first_seq: number;
  readonly last_seq: number;
  readonly data: Uint8Array;
}
