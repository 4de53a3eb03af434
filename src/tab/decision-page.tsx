import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { CallFailure } from '../contract/client.ts';
import type { DecisionReceipt, DecisionRequest, RecalibrationView } from '../contract/recalibration-view.ts';
import { goTo } from './address.ts';
import { useHost } from './host-context.ts';
import { LoadedPage } from './loaded-page.tsx';
import { useMoment, usePast } from './moment.ts';
import { ADDRESS } from './screens/addresses.ts';
import { problemsAt } from './screens/decision-draft.ts';
import type { Submission } from './screens/decision-form.tsx';
import { DecisionScreen } from './screens/decision-screen.tsx';
import { useClient, useLoad } from './use-load.ts';

const IDLE: Submission = { busy: false, problems: {}, refusal: null };

export function DecisionPage({ recalibration }: { readonly recalibration: string }): ReactNode {
  const loaded = useLoad('readRecalibration', { params: { recalibration }, query: usePast() });
  return (
    <LoadedPage loaded={loaded} what="The recalibration">
      {(view, online) => <Decision key={recalibration} view={view} online={online} />}
    </LoadedPage>
  );
}

function Decision({
  view,
  online,
}: {
  readonly view: RecalibrationView;
  readonly online: boolean;
}): ReactNode {
  const host = useHost();
  const now = useMoment() === null;
  const { submission, receipt, record } = useRecord(view.card.id);
  return (
    <DecisionScreen
      view={view}
      mayAct={online && now}
      sidePanel={host.sidePanel}
      submission={submission}
      receipt={receipt}
      onRecord={(request) => void record(request)}
      onLeave={() => goTo(ADDRESS.waiting)}
    />
  );
}

interface Record {
  readonly submission: Submission;
  readonly receipt: DecisionReceipt | null;
  readonly record: (request: DecisionRequest) => Promise<void>;
}

/** Sends a decision once, however often the button is pressed: the same content has the same key. */
function useRecord(recalibration: string): Record {
  const client = useClient();
  const queries = useQueryClient();
  const [submission, setSubmission] = useState(IDLE);
  const [receipt, setReceipt] = useState<DecisionReceipt | null>(null);
  const sent = useRef({ content: '', key: '' });
  const record = async (body: DecisionRequest): Promise<void> => {
    const content = JSON.stringify(body);
    if (sent.current.content !== content) sent.current = { content, key: crypto.randomUUID() };
    setSubmission({ ...IDLE, busy: true });
    const idempotencyKey = sent.current.key;
    const result = await client('recordDecision', { params: { recalibration }, body, idempotencyKey });
    setSubmission(result.ok ? IDLE : refusalOf(result.error));
    if (!result.ok) return;
    setReceipt(result.value);
    await queries.invalidateQueries();
  };
  return { submission, receipt, record };
}

function refusalOf(failure: CallFailure): Submission {
  if (failure.kind === 'offline')
    return {
      ...IDLE,
      refusal: 'Not connected. Nothing was recorded. Press again when the connection is back.',
    };
  if (failure.kind === 'signed-out') return { ...IDLE, refusal: 'Sign in again. Nothing was recorded.' };
  const { detail, title, errors = [], instance } = failure.problem;
  const number = instance === undefined ? '' : ` Number for your admin: ${instance}.`;
  const words = detail ?? errors.map(({ message }) => message).join(' ');
  return { ...IDLE, problems: problemsAt(errors), refusal: `${words === '' ? title : words}${number}` };
}
