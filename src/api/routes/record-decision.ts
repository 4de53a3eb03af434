import type { Problem } from '../../contract/problem.ts';
import type { DecisionReceipt } from '../../contract/recalibration-view.ts';
import { whoMayDecide } from '../../domain/decision-rules.ts';
import type { Decision } from '../../domain/decision.ts';
import { type Recalibration, isOpen } from '../../domain/recalibration.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { accept } from '../../domain/timeline.ts';
import { weekdayDate } from '../../domain/words/format.ts';
import { choiceProblems } from '../decisions/choice-problems.ts';
import { decisionFrom } from '../decisions/decision-from.ts';
import { refusedDecision } from '../decisions/refused-decision.ts';
import type { Call, Handler } from '../http/handler.ts';
import { problem } from '../http/problem-response.ts';
import { presentDecision } from '../present/present-recalibrations.ts';
import { indexView } from '../present/view-index.ts';
import type { Accepted, Moment } from '../state/accept.ts';
import { timelineOf } from '../state/engine.ts';
import { viewOf } from '../view.ts';

type DecisionCall = Call<'recordDecision'>;

/** A recalibration ends in a decision: stop, reallocate, pivot or hold. DESIGN.md 3.9. */
export const recordDecision: Handler<'recordDecision'> = async (context, call) => {
  const { caller } = call;
  const accepted = await context.tenants.accept<Result<Decision, Problem>>(caller.tenant, (moment) => {
    const decision = judge(moment, call);
    if (!decision.ok) return { drafts: [], result: decision };
    const event = { type: 'decision-recorded', v: 1, data: { decision: decision.value } } as const;
    return { drafts: [{ actor: caller.person.id, event }], result: decision };
  });
  const { result } = accepted;
  return result.ok ? ok(receipt(accepted, result.value, call)) : result;
};

function judge(moment: Moment, { params, caller, body }: DecisionCall): Result<Decision, Problem> {
  const { facts, timeline, now } = moment;
  const found = facts.recalibrations.find(({ id }) => id === params.recalibration);
  if (!found) return err(problem('not-found'));
  const open = openOf(found);
  if (!open.ok) return open;
  if (!whoMayDecide(facts, found.cause, found).includes(caller.person.id)) {
    return err(problem('not-allowed', { detail: 'Somebody else decides about this KPI.' }));
  }
  const decision = decisionFrom(body, { recalibration: found, by: caller.person.id, at: now });
  const unsound = choiceProblems(facts.portfolio, decision);
  if (unsound.length > 0) return err(problem('decision-refused', { errors: [...unsound] }));
  const tried = accept(timeline, { kind: 'decision', decision });
  return tried.ok ? ok(decision) : err(refusedDecision(tried.error));
}

function openOf(found: Recalibration): Result<null, Problem> {
  if (isOpen(found)) return ok(null);
  if (found.state === 'decided') return err(problem('already-decided'));
  const detail =
    found.state === 'released'
      ? 'This recalibration was released: the KPI is green again.'
      : 'This recalibration went one level up. Decide the later one.';
  return err(problem('already-decided', { detail }));
}

function receipt(
  { entries, state, now }: Accepted<unknown>,
  decision: Decision,
  call: DecisionCall,
): DecisionReceipt {
  const view = indexView(viewOf(state, timelineOf(state), { ...call, now, asOf: now }));
  const recalibration = view.facts.recalibrations.find(({ id }) => id === decision.recalibration);
  const shown = presentDecision(view, decision, recalibration);
  const entry = entries.find(({ event }) => event.type === 'decision-recorded')?.seq ?? 0;
  return {
    entry,
    decision: shown,
    sentence: `${shown.summary.replace(/\.$/, '')}. Review on ${weekdayDate(decision.reviewDate, view.words)}.`,
  };
}
