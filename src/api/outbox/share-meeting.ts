import type { Facts } from '../../domain/facts.ts';
import { preparePricing } from '../../domain/price-prepare.ts';
import { price } from '../../domain/price.ts';
import { type BookedMeeting, fitLoad } from '../../domain/recalibration-load.ts';
import type { Meeting, Recalibration } from '../../domain/recalibration.ts';
import type { Evaluation } from '../../domain/status.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { DEFAULT_DELAY_DAYS } from '../present/view-index.ts';

export interface LoadMoment {
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  readonly now: Instant;
}

export interface Load {
  /** The booked meeting this case goes onto; null: a meeting of its own. */
  readonly onto: Meeting | null;
  /** People whose week is full and who are asked all the same, by name. */
  readonly beyond: readonly string[];
}

/** Whether a case needs a meeting of its own, by the week of those who must come. DESIGN.md 3.8, Load. */
export function loadOf({ facts, evaluation, now }: LoadMoment, one: Recalibration): Load {
  const { portfolio, recalibrations } = facts;
  const ahead = recalibrations.filter(
    (other) => other.state === 'booked' && (other.meeting?.start ?? 0) > now,
  );
  const { cost } = price(preparePricing(portfolio, evaluation), one.cause, DEFAULT_DELAY_DAYS);
  const [placement] = fitLoad(portfolio, meetingsOf(ahead), [{ ...one, recalibration: one.id, cost }]);
  if (placement?.kind === 'onto') {
    const host = ahead.find(({ meeting }) => meeting?.eventId === placement.meeting);
    return { onto: host?.meeting ?? null, beyond: [] };
  }
  const full = placement?.kind === 'excess' ? placement.people : [];
  const nameOf = (id: string): string => portfolio.people.find((person) => person.id === id)?.name ?? id;
  return { onto: null, beyond: full.map(nameOf) };
}

/** One entry per event: several cases may share it. */
function meetingsOf(booked: readonly Recalibration[]): readonly BookedMeeting[] {
  const meetings = new Map<string, BookedMeeting>();
  for (const { meeting, decisionMaker, required } of booked) {
    if (!meeting) continue;
    const known = meetings.get(meeting.eventId);
    meetings.set(meeting.eventId, {
      id: meeting.eventId,
      start: meeting.start,
      decisionMaker,
      required: [...new Set([...(known?.required ?? []), ...required])],
      cases: (known?.cases ?? 0) + 1,
    });
  }
  return [...meetings.values()];
}
