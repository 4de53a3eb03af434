import { Avatar, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PersonRef } from '../contract/primitives.ts';
import { SPACE } from './spacing.ts';
import { useTextStyles } from './text-styles.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', columnGap: SPACE.s, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
});

/** One person, with what the person has to do with it. */
export function PersonLine(props: { readonly person: PersonRef; readonly caption?: string }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const caption = props.caption ?? props.person.role;
  return (
    <div className={classes.line}>
      <Avatar size={24} color="neutral" name={props.person.name} aria-hidden="true" />
      <div className={classes.words}>
        <span className={text.body}>{props.person.name}</span>
        {caption ? <span className={text.caption}>{caption}</span> : null}
      </div>
    </div>
  );
}
