import type { DecisionRequest } from '../../contract/recalibration-view.ts';
import type { Decision, DecisionChoice } from '../../domain/decision.ts';
import type { PersonId } from '../../domain/portfolio.ts';
import type { Recalibration } from '../../domain/recalibration.ts';
import { assertNever } from '../../domain/result.ts';
import type { Instant } from '../../domain/zoned-time.ts';

export interface DecisionPlace {
  readonly recalibration: Recalibration;
  readonly by: PersonId;
  readonly at: Instant;
}

/** The form as a decision, field by field. One decision per recalibration: its id says so. */
export function decisionFrom(request: DecisionRequest, { recalibration, by, at }: DecisionPlace): Decision {
  const plan = Object.fromEntries(
    Object.entries(request.plan ?? {}).filter(([, value]) => value !== undefined),
  );
  return {
    id: `D~${recalibration.id}`,
    at,
    cause: recalibration.cause,
    recalibration: recalibration.id,
    by,
    choice: choiceFrom(request),
    reason: request.reason,
    reviewDate: request.reviewDate,
    ...(Object.keys(plan).length > 0 ? { plan } : {}),
  };
}

function choiceFrom(request: DecisionRequest): DecisionChoice {
  switch (request.kind) {
    case 'stop':
      return { kind: 'stop', ...(request.freed ? { freed: request.freed } : {}) };
    case 'reallocate': {
      const { from, what, fromDate, untilDate } = request;
      return { kind: 'reallocate', from, what, fromDate, ...(untilDate === undefined ? {} : { untilDate }) };
    }
    case 'pivot':
      return { kind: 'pivot' };
    case 'hold':
      return { kind: 'hold', commitDate: request.commitDate };
    default:
      return assertNever(request);
  }
}
