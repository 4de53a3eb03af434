import { z } from 'zod';
import { adoptionReceipt, adoptionRequest, adoptionRow, mappingSchema, workbookView } from './adoption.ts';
import { candourView } from './candour-view.ts';
import { checkInBatch, checkInLine, checkInReceipt } from './check-in-batch.ts';
import { kpiView } from './kpi-view.ts';
import { PATHS, type RouteName } from './paths.ts';
import { portfolioView } from './portfolio-view.ts';
import { PROBLEM_STATUS, type ProblemCode } from './problem.ts';
import { priceView } from './price-view.ts';
import { id, instant } from './primitives.ts';
import {
  decisionReceipt,
  decisionRequest,
  recalibrationsView,
  recalibrationView,
} from './recalibration-view.ts';
import {
  clientConfig,
  ledgerVerification,
  ledgerView,
  meView,
  peopleView,
  pricingView,
} from './tenant-view.ts';
import { waitingView } from './waiting-view.ts';

/** What one route takes and gives. `params` are in the path, `query` behind it. */
interface RouteSchemas {
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** A list in the body whose items are judged one by one: a broken one is refused by name, the others go through. */
  readonly lines?: { readonly field: string; readonly schema: z.ZodType };
  readonly response: z.ZodType;
  /** What this route alone may answer; what every route may is in `problemsOf`. */
  readonly problems?: readonly ProblemCode[];
  /** True: served without a token. */
  readonly open?: boolean;
}

const past = z.object({ asOf: instant.optional() });
const kpiParams = z.object({ kpi: id });

/** The whole contract: what travels, by route name. Methods and paths are in `paths.ts`. */
export const ROUTES = {
  readClientConfig: { summary: 'How to sign in', response: clientConfig, open: true },
  readMe: { summary: 'Who I am and what I may do', response: meView },
  readPeople: {
    summary: 'People by name, to choose an owner',
    query: z.object({ search: z.string().max(100).optional() }),
    response: peopleView,
  },
  readWaiting: { summary: 'What waits for me, dearest first', query: past, response: waitingView },
  readPortfolio: { summary: 'The portfolio: costs, tree, matrix', query: past, response: portfolioView },
  readKpi: {
    summary: 'One KPI: price, chart, reasons, history',
    params: kpiParams,
    query: past,
    response: kpiView,
    problems: ['not-found'],
  },
  readPrice: {
    summary: 'What a delay of this KPI costs',
    params: kpiParams,
    query: past.extend({ days: z.coerce.number().int().min(0).max(3650) }),
    response: priceView,
    problems: ['not-found'],
  },
  readPricing: { summary: 'The network, to price delays locally', query: past, response: pricingView },
  readRecalibrations: {
    summary: 'All recalibrations and latency',
    query: past,
    response: recalibrationsView,
  },
  readCandour: {
    summary: 'Early warnings, silence, objections, re-dated to green',
    query: past,
    response: candourView,
  },
  readRecalibration: {
    summary: 'One recalibration: the facts of the decision form',
    params: z.object({ recalibration: id }),
    query: past,
    response: recalibrationView,
    problems: ['not-found'],
  },
  recordDecision: {
    summary: 'Record a decision: stop, reallocate, pivot or hold',
    params: z.object({ recalibration: id }),
    body: decisionRequest,
    response: decisionReceipt,
    problems: ['not-found', 'already-decided', 'decision-refused'],
  },
  adoptKpis: {
    summary: 'Turn rows of a sheet into KPIs; a dry run stores nothing',
    body: adoptionRequest,
    lines: { field: 'rows', schema: adoptionRow },
    response: adoptionReceipt,
  },
  submitCheckIns: {
    summary: 'Send readings; good lines are stored, bad lines are named; a dry run stores nothing',
    body: checkInBatch,
    lines: { field: 'lines', schema: checkInLine },
    response: checkInReceipt,
  },
  readWorkbook: {
    summary: 'How this workbook reads and what its KPIs say',
    params: z.object({ workbook: id }),
    response: workbookView,
  },
  saveMapping: {
    summary: 'Remember how this workbook reads',
    params: z.object({ workbook: id }),
    body: mappingSchema,
    response: workbookView,
  },
  readLedger: {
    summary: 'Who changed what, newest first',
    query: z.object({ before: z.coerce.number().int().min(1).optional() }),
    response: ledgerView,
  },
  verifyLedger: { summary: 'Proves chain and state', response: ledgerVerification },
} as const satisfies Record<RouteName, RouteSchemas>;

export type Routes = typeof ROUTES;

/** Every code a route may answer with, in order of status. */
export function problemsOf(name: RouteName): readonly ProblemCode[] {
  const { open, params, query, body, problems = [] }: RouteSchemas = ROUTES[name];
  const codes: readonly ProblemCode[] = [
    ...problems,
    ...(open
      ? []
      : ([
          'token-missing',
          'token-invalid',
          'tenant-foreign',
          'scope-missing',
          'not-allowed',
          'keys-unreachable',
          'storage-unavailable',
        ] as const)),
    ...(params || query || body ? (['request-invalid'] as const) : []),
    ...(body ? (['body-too-large'] as const) : []),
    ...(PATHS[name].method === 'post' ? (['idempotency-conflict'] as const) : []),
    'internal-error',
  ];
  return codes.toSorted((a, b) => PROBLEM_STATUS[a] - PROBLEM_STATUS[b]);
}

type Part<R, K extends string> = R extends Record<K, infer S extends z.ZodType> ? z.input<S> : undefined;

export type Params<N extends RouteName> = Part<Routes[N], 'params'>;
export type Query<N extends RouteName> = Part<Routes[N], 'query'>;
export type Body<N extends RouteName> = Part<Routes[N], 'body'>;
export type Response<N extends RouteName> = z.output<Routes[N]['response']>;
