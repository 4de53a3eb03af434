import { presentInvitation } from '../present/present-invitation.ts';
import type { Compose } from '../outbox/content.ts';
import { invitationHtml, invitationText } from './invitation-html.ts';

/** Writes the invitation that owners read in Outlook (SCREENS.md 7). */
export const composeInvitation: Compose = (view, { recalibration, slot, link }) => {
  const invitation = presentInvitation(view, recalibration, { slot, formUrl: link });
  return {
    subject: invitation.subject,
    html: invitationHtml(invitation),
    text: invitationText(invitation),
  };
};
