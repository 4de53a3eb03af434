import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ShownStatus } from '../contract/primitives.ts';
import { SPACE } from './spacing.ts';
import { StatusMark } from './status-mark.tsx';
import { leftGreen, STATUS_WORDS } from './status-words.ts';

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', columnGap: SPACE.s, whiteSpace: 'nowrap' },
  word: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  strong: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  note: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
});

/** Mark, word, and at most one note: "Yellow since today". */
export function StatusText(props: {
  readonly status: ShownStatus;
  readonly note?: string | null;
}): ReactNode {
  const classes = useStyles();
  const word = leftGreen(props.status) ? classes.strong : classes.word;
  return (
    <span className={classes.line}>
      <StatusMark status={props.status} />
      <span>
        <span className={mergeClasses(word)}>{STATUS_WORDS[props.status]}</span>
        {props.note ? <span className={classes.note}> {props.note}</span> : null}
      </span>
    </span>
  );
}
