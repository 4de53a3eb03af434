import type { CalendarAction, CalendarWeek, ClockMove, Misbehaviour, SandboxState } from '../control.ts';
import type { WorkbookJson } from '../excel/model/workbook-json.ts';

/** Calls of the sandbox page to its server. They throw when the server is gone: the page shows that as a whole. */

export async function readState(): Promise<SandboxState> {
  return await call('GET', '/sandbox/state');
}

export async function moveClock(move: ClockMove): Promise<SandboxState> {
  return await call('POST', '/sandbox/clock', { move });
}

export async function startAgain(): Promise<SandboxState> {
  return await call('POST', '/sandbox/start-again', {});
}

export async function misbehave(wish: Misbehaviour): Promise<SandboxState> {
  return await call('POST', '/sandbox/misbehaviour', wish);
}

export async function readCalendar(person: string): Promise<CalendarWeek> {
  return await call('GET', `/sandbox/calendars/${encodeURIComponent(person)}`);
}

export async function act(person: string, action: CalendarAction): Promise<CalendarWeek> {
  return await call('POST', `/sandbox/calendars/${encodeURIComponent(person)}`, action);
}

export async function readWorkbook(id: string): Promise<WorkbookJson> {
  return await call('GET', `/sandbox/workbooks/${encodeURIComponent(id)}`);
}

/** Keeps what was done to the open file, so that a reload or another person finds it. */
export async function keepWorkbook(id: string, workbook: WorkbookJson): Promise<void> {
  await call('PUT', `/sandbox/workbooks/${encodeURIComponent(id)}`, workbook);
}

export interface OpenedWorkbook {
  readonly id: string;
  readonly state: SandboxState;
}

/** Opens any .xlsx or .csv of this machine. */
export async function uploadWorkbook(file: File, owner: string): Promise<OpenedWorkbook> {
  const query = new URLSearchParams({ name: file.name, owner });
  const answer = await fetch(`/sandbox/workbooks?${query}`, {
    method: 'POST',
    body: await file.arrayBuffer(),
  });
  return await read(answer);
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return await read(answer);
}

async function read<T>(answer: Response): Promise<T> {
  if (answer.ok) return (await answer.json()) as T;
  const text = await answer.text();
  throw new Error(text === '' ? `The sandbox answered ${answer.status}.` : text);
}
