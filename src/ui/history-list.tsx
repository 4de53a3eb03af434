import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { HistoryEntry } from '../contract/kpi-view.ts';
import { useOneColumn } from './measured.tsx';
import { useFormat } from './reader.tsx';
import { SPACE } from './spacing.ts';
import { StatusText } from './status-text.tsx';
import { useTextStyles } from './text-styles.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    display: 'grid',
    gridTemplateColumns: '120px 112px minmax(0, 1fr)',
    columnGap: SPACE.l,
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
  },
  narrow: { gridTemplateColumns: 'auto 1fr', rowGap: SPACE.xs },
  full: { gridColumn: '1 / -1' },
});

/** What was accepted, newest first. Nothing here can be edited. */
export function HistoryList(props: { readonly entries: readonly HistoryEntry[] }): ReactNode {
  const classes = useStyles();
  return (
    <ol className={classes.list}>
      {props.entries.map((entry) => (
        <Entry key={`${entry.entry}-${entry.kind}-${entry.at}`} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const narrow = useOneColumn();
  return (
    <li className={mergeClasses(classes.entry, narrow && classes.narrow)}>
      <time className={mergeClasses(text.body, text.secondary)} dateTime={entry.at}>
        {format.day(format.dateOf(entry.at))}, {format.time(entry.at)}
      </time>
      <span className={mergeClasses(text.body, text.secondary)}>
        {entry.status ? <StatusText status={entry.status} /> : entry.label}
      </span>
      <div className={mergeClasses(narrow && classes.full)}>
        <p className={text.body}>{entry.line}</p>
        {entry.caption === '' ? null : <p className={text.caption}>{entry.caption}</p>}
      </div>
    </li>
  );
}
