import type { Meeting, Recalibration } from '../../domain/recalibration.ts';
import { type Result, ok } from '../../domain/result.ts';
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
import { mailboxesOf } from './mailboxes.ts';
import type { Slot } from './content.ts';
import { loadOf } from './share-meeting.ts';

/**
 * Books the meeting of an open recalibration. It may die at any point: what it booked is found again by key, and the
 * ledger takes the booking only while the case still waits for one. DESIGN.md 3.8, 4.
 */
export const bookMeeting: JobHandler<'book'> = async (context, tenant, { recalibration: id }) => {
  const { calendar, tenants } = context;
  const state = await tenants.read(tenant);
  const found = unbooked(state.facts.recalibrations, id);
  if (!calendar || !found) return ok([]);
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
  const attempt = (await attemptsBefore(booking, one.id)) + 1;
  const key = bookingKey(tenant, one.id, attempt);
  const earlier = await calendar.find(one.id);
  if (!earlier.ok) return earlier;
  const mine = earlier.value.find((event) => event.key === key && !event.cancelled);
  if (mine) return ok(meetingOf(mine, attempt, []));
  const now = context.clock.now();
  const { facts, evaluation } = advance(timelineOf(state), now);
  const load = loadOf({ facts, evaluation, now }, one);
  if (load.onto) return ok({ ...load.onto, attempt });
  const slot = await chooseSlot(calendar, facts.portfolio, { recalibration: one, now });
  if (!slot.ok) return slot;
  const excess = load.beyond.map((name) => `${name} already has a full week of these meetings.`);
  const concessions = [...slot.value.concessions, ...excess];
  return await book(booking, one, { key, attempt, slot: { ...slot.value, concessions } });
}

interface Attempt {
  readonly key: string;
  readonly attempt: number;
  readonly slot: Slot;
}

async function book(
  { context, calendar, state }: Booking,
  one: Recalibration,
  { key, attempt, slot }: Attempt,
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

/** How often this recalibration was to be booked again; each time is an attempt of its own. */
async function attemptsBefore({ context, tenant, state }: Booking, id: string): Promise<number> {
  const entries = await context.tenants.entriesAbout(tenant, [id]);
  return entries.filter(({ seq, event }) => seq <= state.seq && event.type === 'recalibration-rebooked')
    .length;
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
  if (place === 'shared') {
    return [{ job: { kind: 'invite', recalibration: id }, key: `invite:${id}:${eventId}`, runAt }];
  }
  const comment = 'This meeting is not needed any more.';
  return [{ job: { kind: 'withdraw', eventId, comment }, key: `withdraw:${eventId}:${id}`, runAt }];
}
