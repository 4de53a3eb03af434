import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Directory } from '../directory.ts';
import { PICK_KEY } from './authorize.ts';

type Page = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The page to pick who signs in. Names come from the story and are escaped. */
export function pickPage(directory: Directory, query: URLSearchParams): Page {
  return page(
    'Sign in to the sandbox',
    html`<p>Nobody checks a password here. Pick a person.</p>
      <ul>
        ${directory.people.map(
          (person) =>
            html`<li>
              <a id="${person.id}" href="?${pickQuery(query, person.oid)}"
                ><b>${person.name}</b><br />${person.role ?? person.appRole} · ${person.mail}</a
              >
            </li>`,
        )}
      </ul>`,
  );
}

export function refusalPage(message: string): Page {
  return page('Sign-in refused', html`<p role="alert">${message}</p>`);
}

function pickQuery(query: URLSearchParams, oid: string): string {
  const next = new URLSearchParams(query);
  next.set(PICK_KEY, oid);
  return next.toString();
}

function page(title: string, body: Page): Page {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          body {
            font: 16px/1.5 system-ui;
            max-width: 26rem;
            margin: 2rem auto;
            padding: 0 1rem;
          }
          ul {
            list-style: none;
            padding: 0;
          }
          a {
            display: block;
            padding: 0.6rem 0.8rem;
            margin: 0.3rem 0;
            border: 1px solid #767676;
            border-radius: 4px;
            color: inherit;
            text-decoration: none;
          }
          a:hover,
          a:focus-visible {
            outline: 2px solid #5b5fc7;
          }
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${body}
      </body>
    </html>`;
}
