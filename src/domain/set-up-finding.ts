import type { CivilDate } from './civil-date.ts';
import type { DuePath } from './due-path.ts';
import type { InitiativeId, KpiId, ObjectiveId, PersonId } from './portfolio.ts';

/** The closed list of findings, what cannot work first. */
export const FINDING_CODES = [
  'negative-float',
  'circle',
  'due-after-parent',
  'first-report-too-late',
  'dependency-on-kept',
  'initiative-without-kpi',
  'objective-carried-by-nothing',
  'nobody-else-decides',
  'load-beyond-cap',
  'profiles-add',
  'only-lagging',
] as const satisfies readonly SetUpFinding['code'][];

/** Something in the set-up to look at; never a refusal. DESIGN.md 3.1, 3.6, 3.7, 3.8. */
export type SetUpFinding =
  /** The plan itself cannot work. Those that are late only because a follower ends too late are not told. */
  | { readonly code: 'negative-float'; readonly kpi: KpiId; readonly days: number; readonly path: DuePath }
  | { readonly code: 'circle'; readonly kpis: readonly KpiId[] }
  | {
      readonly code: 'due-after-parent';
      readonly objective: ObjectiveId;
      readonly due: CivilDate;
      readonly parent: ObjectiveId;
      readonly parentDue: CivilDate;
    }
  | { readonly code: 'initiative-without-kpi'; readonly initiative: InitiativeId }
  | { readonly code: 'objective-carried-by-nothing'; readonly objective: ObjectiveId }
  /** Nobody different can decide: no objective of somebody else above it, and no manager in the directory. */
  | { readonly code: 'nobody-else-decides'; readonly owner: PersonId; readonly kpis: readonly KpiId[] }
  /** More cases than a week's meetings hold, should all of them leave green. */
  | {
      readonly code: 'load-beyond-cap';
      readonly person: PersonId;
      readonly kpis: number;
      readonly meetings: number;
      readonly cases: number;
    }
  | { readonly code: 'profiles-add'; readonly objective: ObjectiveId; readonly parent: ObjectiveId }
  | { readonly code: 'only-lagging'; readonly objective: ObjectiveId }
  /** Its first report falls due after its plan has ended. */
  | {
      readonly code: 'first-report-too-late';
      readonly kpi: KpiId;
      readonly report: CivilDate;
      readonly due: CivilDate;
    }
  | { readonly code: 'dependency-on-kept'; readonly from: KpiId; readonly to: KpiId };
