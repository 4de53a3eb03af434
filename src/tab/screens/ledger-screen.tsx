import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LedgerVerification, LedgerView } from '../../contract/tenant-view.ts';
import { useOneColumn } from '../../ui/measured.tsx';
import { Message } from '../../ui/message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useFormat } from '../../ui/reader.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { Page } from './page.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: SPACE.m,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    display: 'grid',
    gridTemplateColumns: '64px 152px minmax(0, 1fr)',
    columnGap: SPACE.l,
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: 0 },
  },
  narrow: { gridTemplateColumns: 'auto 1fr', rowGap: SPACE.xs },
  full: { gridColumn: '1 / -1' },
});

/** What the proof said, or that it runs. */
export type Proof = LedgerVerification | 'running' | 'failed' | null;

export interface LedgerScreenProps {
  readonly view: LedgerView;
  readonly proof: Proof;
  readonly onVerify: () => void;
  readonly onOlder: (() => void) | null;
}

/** Who changed what, newest first, and the proof that nothing was changed behind it. */
export function LedgerScreen(props: LedgerScreenProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  if (props.view.entries.length === 0) {
    return (
      <Page>
        <Message title="The ledger is empty">
          Every check-in, decision and change of plan will stand here, with who made it and when.
        </Message>
      </Page>
    );
  }
  return (
    <Page>
      <div className={classes.head}>
        <h1 className={text.title}>Who changed what</h1>
        <Button appearance="primary" onClick={props.onVerify} disabledFocusable={props.proof === 'running'}>
          {props.proof === 'running' ? 'Verifying' : 'Verify'}
        </Button>
      </div>
      <output className={text.body}>{proofWords(props.proof)}</output>
      <Panel>
        <ol className={classes.list}>
          {props.view.entries.map((entry) => (
            <Entry key={entry.seq} entry={entry} />
          ))}
        </ol>
        {props.onOlder ? <Button onClick={props.onOlder}>Show older</Button> : null}
      </Panel>
    </Page>
  );
}

function proofWords(proof: Proof): string {
  if (proof === null || proof === 'running') return 'Each entry carries the hash of the one before it.';
  if (proof === 'failed') return 'The proof did not run. Nothing was lost. Try again.';
  if (proof.sound)
    return `Sound: all ${proof.entries} entries are unchanged, and replaying them gives this state.`;
  return `Not sound: ${proof.difference ?? 'the chain is broken'}`;
}

function Entry({ entry }: { readonly entry: LedgerView['entries'][number] }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const narrow = useOneColumn();
  return (
    <li className={mergeClasses(classes.entry, narrow && classes.narrow)}>
      <span className={mergeClasses(text.body, text.secondary)}>{format.figure(entry.seq)}</span>
      <time className={mergeClasses(text.body, text.secondary)} dateTime={entry.at}>
        {format.moment(entry.at)}
      </time>
      <div className={mergeClasses(narrow && classes.full)}>
        <p className={text.body}>{entry.line}</p>
        <p className={text.caption}>
          {entry.actor} · {entry.hash.slice(0, 12)}
        </p>
      </div>
    </li>
  );
}
