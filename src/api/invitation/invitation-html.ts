import type { RichText } from '../../contract/primitives.ts';
import { escapeHtml } from './escape-html.ts';
import type { Invitation } from './invitation.ts';

const BODY = "font-family:'Segoe UI',Arial,sans-serif;font-size:14px;line-height:20px;color:#000000";
const HERO = 'font-size:20px;line-height:28px;margin:16px 0';
const HEAD = 'font-size:14px;line-height:20px;font-weight:600;margin:24px 0 4px';
const CELL = 'padding:8px 16px 8px 0;border-top:1px solid #d1d1d1;vertical-align:top;text-align:left';
const SMALL = 'font-size:12px;line-height:16px;color:#424242';

/** At most 600 px, one table, inline styles, no image: reads the same in Outlook and as plain text (SCREENS.md 7). */
export function invitationHtml(invitation: Invitation): string {
  const { changed, price, decision, formUrl, whyYou, facts, slot } = invitation;
  const link = escapeHtml(formUrl);
  return [
    `<table role="presentation" cellpadding="0" cellspacing="0" style="max-width:600px;width:100%;${BODY}"><tr><td>`,
    `<p style="margin:0">${rich(changed)}</p>`,
    `<p style="${HERO}">${rich(price)}</p>`,
    `<p style="margin:0 0 16px">${rich(decision)}</p>`,
    `<p style="margin:0"><a href="${link}" style="color:#444791;font-weight:600">Open the decision form</a></p>`,
    `<p style="margin:0;${SMALL}">If the link does nothing: ${link}</p>`,
    section(
      'Why you',
      whyYou.map(({ name, why }) => [name, why]),
    ),
    section(
      'Facts',
      facts.map(({ label, value }) => [label, value]),
    ),
    `<p style="margin:16px 0 0;${SMALL}">${escapeHtml(slot)}</p>`,
    '</td></tr></table>',
  ].join('\n');
}

/** The same words in the same order, for readers without HTML. */
export function invitationText(invitation: Invitation): string {
  const { changed, price, decision, formUrl, whyYou, facts, slot } = invitation;
  return [
    plain(changed),
    plain(price),
    plain(decision),
    `Open the decision form: ${formUrl}`,
    ['Why you', ...whyYou.map(({ name, why }) => `${name}: ${why}`)].join('\n'),
    ['Facts', ...facts.map(({ label, value }) => `${label}: ${value}`)].join('\n'),
    slot,
  ].join('\n\n');
}

function section(title: string, rows: readonly (readonly string[])[]): string {
  const lines = rows.map(([head = '', value = '']) => {
    return `<tr><th scope="row" style="${CELL};width:30%;font-weight:400">${escapeHtml(head)}</th><td style="${CELL}">${escapeHtml(value)}</td></tr>`;
  });
  const table = `<table cellpadding="0" cellspacing="0" style="width:100%;border-collapse:collapse;${BODY}">`;
  return `<h2 style="${HEAD}">${escapeHtml(title)}</h2>\n${table}${lines.join('')}</table>`;
}

function rich(parts: RichText): string {
  return parts
    .map(({ text, strong }) => (strong ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text)))
    .join('');
}

function plain(parts: RichText): string {
  return parts.map(({ text }) => text).join('');
}
