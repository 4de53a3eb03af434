import type { Appointment } from '../graph/mailboxes.ts';

/** Everybody has a life: what stands in the calendars in the weeks of the story. Mail address to appointments. */
export const APPOINTMENTS: Readonly<Record<string, readonly Appointment[]>> = {
  'sam@contoso.example': [
    meeting('Weekly risk', '2026-03-11', '09:00', '10:00'),
    meeting('Supplier call', '2026-03-11', '14:00', '15:00'),
    meeting('Audit preparation', '2026-03-12', '13:00', '14:00'),
    meeting('Team', '2026-03-13', '11:00', '12:00'),
  ],
  'ruth@contoso.example': [
    meeting('Weekly risk', '2026-03-11', '09:00', '10:00'),
    meeting('Supervisory board', '2026-03-11', '10:00', '17:00'),
    meeting('Regulator call', '2026-03-12', '09:00', '10:00'),
    meeting('One to one', '2026-03-13', '15:00', '16:00'),
  ],
  'dana@contoso.example': [
    meeting('Sprint review', '2026-03-11', '13:00', '15:00'),
    meeting('Design critique', '2026-03-12', '15:00', '16:00'),
    meeting('Team', '2026-03-13', '09:00', '10:00'),
  ],
  'erika@contoso.example': [
    meeting('Board call', '2026-03-12', '09:00', '12:00'),
    meeting('Travel', '2026-03-13', '09:00', '17:00'),
  ],
  'paul@contoso.example': [meeting('Product council', '2026-03-11', '10:00', '12:00')],
};

function meeting(subject: string, date: string, start: string, end: string): Appointment {
  return { subject, start: `${date}T${start}`, end: `${date}T${end}` };
}
