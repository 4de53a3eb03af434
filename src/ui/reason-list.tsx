import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ReasonView } from '../contract/primitives.ts';
import { SPACE } from './spacing.ts';
import { useTextStyles } from './text-styles.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: SPACE.s },
});

/** Why: the first reason in full colour, the others secondary. */
export function ReasonList(props: { readonly reasons: readonly ReasonView[] }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <ul className={classes.list}>
      {props.reasons.map((reason, index) => (
        <li
          key={`${reason.code}-${reason.sentence}`}
          className={mergeClasses(text.body, text.measure, index > 0 && text.secondary)}
        >
          {reason.sentence}
        </li>
      ))}
    </ul>
  );
}
