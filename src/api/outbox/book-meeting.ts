import type { Meeting, Recalibration } from '../../domain/recalibration.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { advance } from '../../domain/timeline.ts';
import type { ApiContext } from '../context.ts';
import { DEFAULT_LOCALE } from '../http/locale.ts';
import { SYSTEM } from '../ledger/ledger-event.ts';
import type { Calendar, CalendarEvent, CalendarFailure } from '../ports.ts';
import { recalibrationEvent, timelineOf } from '../state/engine.ts';
import type { TenantState } from '../state/tenant-state.ts';
import { viewOf } from '../view.ts';
import { bookingKey } from './booking-key.ts';
import { chooseSlot } from './choose-slot.ts';
import type { JobDraft } from './job.ts';
import type { JobHandler } from './job-outcome.ts';
import { invitation, leftBehind, notNeeded } from './left-behind.ts';
import { mailboxesOf } from './mailboxes.ts';
import type { Slot } from './content.ts';
import { loadOf } from './share-meeting.ts';

/**
 * Books the meeting of an open recalibration. It may die at any point: what it booked is found again by key, and the
 * ledger takes the booking only while the case still waits for one. DESIGN.md 3.8, 4.
 */
export const bookMeeting: JobHandler<'book'> = async (context, tenant, { recalibration: id }) => {
  const { calendar, tenants, clock } = context;
  if (!calendar) return ok([]);
  const state = await tenants.read(tenant);
  const { recalibrations } = state.facts;
  const found = unbooked(recalibrations, id);
  if (!found) return await leftBehind(calendar, { recalibrations, id, now: clock.now() });
  const meeting = await meetingFor({ context, calendar, tenant, state }, found);
  return meeting.ok ? ok(await record(context, tenant, { id, meeting: meeting.value })) : meeting;
};

function unbooked(recalibrations: readonly Recalibration[], id: string): Recalibration | undefined {
  return recalibrations.find((one) => one.id === id && one.state === 'open');
}

interface Booking {
  readonly context: ApiContext;
  readonly calendar: Calendar;
  readonly tenant: string;
  readonly state: TenantState;
}

async function meetingFor(booking: Booking, one: Recalibration): Promise<Result<Meeting, CalendarFailure>> {
  const { calendar, tenant, state, context } = booking;
  const earlier = await calendar.find(one.id);
  if (!earlier.ok) return earlier;
  const first = (await attemptsBefore(booking, one.id)) + 1;
  const attempts = Array.from({ length: MOST_KEYS }, (_, nth) => first + nth);
  const keyed = attempts.map((attempt) => ({ attempt, key: bookingKey(tenant, one.id, attempt) }));
  for (const { key, attempt } of keyed) {
    const mine = earlier.value.find((event) => event.key === key && !event.cancelled);
    if (mine) return ok(meetingOf(mine, attempt, []));
  }
  const now = context.clock.now();
  const { facts, evaluation } = advance(timelineOf(state), now);
  const load = loadOf({ facts, evaluation, now }, one);
  if (load.onto) return ok({ ...load.onto, attempt: first });
  const slot = await chooseSlot(calendar, facts.portfolio, { recalibration: one, now });
  if (!slot.ok) return slot;
  const excess = load.beyond.map((name) => `${name} already has a full week of these meetings.`);
  const concessions = [...slot.value.concessions, ...excess];
  return await bookUnder(keyed, booking, { one, slot: { ...slot.value, concessions } });
}

/** A booking that was lost uses up its key; so often it may be deleted between its making and our noticing. */
const MOST_KEYS = 12;

interface Attempt {
  readonly key: string;
  readonly attempt: number;
}

interface Placed {
  readonly one: Recalibration;
  readonly slot: Slot;
}

/** Under the first key that was never used: what was booked and then deleted by its organiser is booked again. */
async function bookUnder(
  keyed: readonly Attempt[],
  booking: Booking,
  placed: Placed,
): Promise<Result<Meeting, CalendarFailure>> {
  let last: Result<Meeting, CalendarFailure> = err({
    kind: 'refused',
    message: 'there is no key to book under',
  });
  for (const attempt of keyed) {
    last = await book(booking, placed, attempt);
    if (last.ok || last.error.kind !== 'key-used') return last;
  }
  return last;
}

async function book(
  { context, calendar, state }: Booking,
  { one, slot }: Placed,
  { key, attempt }: Attempt,
): Promise<Result<Meeting, CalendarFailure>> {
  const { portfolio } = state.facts;
  const now = context.clock.now();
  const reader = portfolio.people.find(({ id }) => id === one.decisionMaker);
  const caller = { tenant: '', person: reader ?? { id: '', name: '', appRole: 'Manager' as const } };
  const timeline = advance(timelineOf(state), now);
  const view = viewOf(state, timeline, { caller, locale: DEFAULT_LOCALE, now, asOf: now });
  const link = `${context.config.publicOrigin}/tab/recalibration/${encodeURIComponent(one.id)}`;
  const booked = await calendar.book({
    key,
    recalibration: one.id,
    ...context.compose(view, { recalibration: one, slot, link }),
    start: slot.start,
    end: slot.end,
    timeZone: portfolio.timeZone,
    required: mailboxesOf(portfolio, one.required),
    optional: mailboxesOf(portfolio, one.optional),
  });
  return booked.ok ? ok(meetingOf(booked.value, attempt, slot.concessions)) : booked;
}

function meetingOf(event: CalendarEvent, attempt: number, concessions: readonly string[]): Meeting {
  const { start, end, eventId, joinUrl } = event;
  return { start, end, eventId, attempt, concessions, ...(joinUrl === undefined ? {} : { joinUrl }) };
}

/** The last attempt before this recalibration was to be booked again; 0: there was none. */
async function attemptsBefore({ context, tenant, state }: Booking, id: string): Promise<number> {
  const entries = await context.tenants.entriesAbout(tenant, [id]);
  const events = entries.flatMap(({ seq, event }) => (seq <= state.seq ? [event] : []));
  const again = events.filter(({ type }) => type === 'recalibration-rebooked').length;
  const used = events.map((event) =>
    event.type === 'recalibration-booked' && event.data.kind === 'booked' ? event.data.meeting.attempt : 0,
  );
  return Math.max(again, ...used);
}

/** Writes the booking, or asks for its withdrawal when the case ended while we were booking. */
async function record(
  { tenants, clock }: ApiContext,
  tenant: string,
  { id, meeting }: { readonly id: string; readonly meeting: Meeting },
): Promise<readonly JobDraft[]> {
  const { result: place } = await tenants.accept<'late' | 'own' | 'shared'>(tenant, ({ facts, now }) => {
    if (!unbooked(facts.recalibrations, id)) return { drafts: [], result: 'late' };
    const shared = facts.recalibrations.some((one) => one.meeting?.eventId === meeting.eventId);
    const event = recalibrationEvent({ kind: 'booked', at: now, id, meeting });
    return { drafts: [{ actor: SYSTEM, event }], result: shared ? 'shared' : 'own' };
  });
  const { eventId } = meeting;
  const runAt = clock.now();
  if (place === 'own') return [];
  return [place === 'shared' ? invitation(id, eventId, runAt) : notNeeded(id, eventId, runAt)];
}
