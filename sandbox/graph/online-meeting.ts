import type { EventFields, StoredEvent } from './state.ts';

/** Exchange appends the join block to the body of an online meeting. */
export function withJoinBlock(fields: EventFields, joinUrl: string | undefined): EventFields {
  if (joinUrl === undefined) return fields;
  const block = `<div class="me-email-text"><hr><a href="${joinUrl}">Join the meeting now</a></div>`;
  return { ...fields, html: `${fields.html}${block}` };
}

/** A body written without the join block ends the online meeting: whoever changes a body must keep it. */
export function withoutLostMeeting(event: StoredEvent): StoredEvent {
  if (event.joinUrl === undefined || event.html.includes(event.joinUrl)) return event;
  const { joinUrl: _lost, ...rest } = event;
  return { ...rest, isOnlineMeeting: false };
}
