import { Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { CallFailure, Client } from '../contract/client.ts';
import type { MeView } from '../contract/tenant-view.ts';
import type { Reader } from '../domain/words/format.ts';
import type { SignIn } from '../ui/sign-in.ts';
import { Surface } from '../ui/surface.tsx';
import { PaneContext } from './pane-context.ts';
import { PaneFrame } from './pane-frame.tsx';
import { PaneSteps } from './pane-steps.tsx';
import type { SheetPort } from './sheet-port.ts';
import { CallTrouble } from './trouble.tsx';
import { usePaneTheme } from './use-pane-theme.ts';

export interface PaneAppProps {
  readonly client: Client;
  readonly signIn: SignIn;
  readonly sheet: SheetPort;
  readonly locale: string;
}

/** Who is at the sheet; then the step that fits it. */
export function PaneApp({ client, signIn, sheet, locale }: PaneAppProps): ReactNode {
  const theme = usePaneTheme();
  const [me, setMe] = useState<MeView | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const load = useCallback(async () => {
    const result = await client('readMe', {});
    setMe(result.ok ? result.value : null);
    setFailure(result.ok ? null : result.error);
  }, [client]);
  useEffect(() => void load(), [load]);
  const refresh = useCallback(async () => {
    const result = await client('readMe', {});
    // Without an answer the day stays; the step that follows says what does not work.
    if (result.ok) setMe((known) => (known?.today === result.value.today ? known : result.value));
  }, [client]);
  const pane = useMemo(() => (me ? { client, sheet, me, refresh } : null), [client, sheet, me, refresh]);
  return (
    <Surface theme={theme} reader={readerOf(locale, me)}>
      {pane ? (
        <PaneContext value={pane}>
          <PaneSteps />
        </PaneContext>
      ) : failure === null ? (
        <Spinner label="Signing in" style={{ marginTop: 48 }} />
      ) : failure.kind === 'signed-out' ? (
        <PaneFrame
          title="Sign in to Lastmile"
          footer={{
            label: 'Sign in',
            caption: '',
            onClick: () => void signIn.ask().then(load, () => undefined),
          }}
        >
          Your organisation asks for it once. Nothing in the sheet is read before.
        </PaneFrame>
      ) : (
        <CallTrouble trouble={{ failure, what: 'Lastmile did not load' }} onRetry={() => void load()} />
      )}
    </Surface>
  );
}

function readerOf(locale: string, me: MeView | null): Reader {
  const { timeZone = 'UTC', currency = 'EUR' } = me?.tenant ?? {};
  return { locale, timeZone, currency, today: me?.today ?? '1970-01-01' };
}
