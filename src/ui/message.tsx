import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Panel } from './panel.tsx';
import { SPACE } from './spacing.ts';
import { useTextStyles } from './text-styles.ts';

const useStyles = makeStyles({
  message: {
    display: 'grid',
    rowGap: SPACE.s,
    justifyItems: 'start',
    alignContent: 'center',
    minHeight: '200px',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: SPACE.s, marginTop: SPACE.s },
});

export interface MessageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** At most two buttons. */
  readonly actions?: ReactNode;
  /** `h2` where the page has a title of its own. */
  readonly as?: 'h1' | 'h2';
}

/** An empty or refused page: title, one sentence, at most two buttons, left aligned, no picture. SCREENS.md 12. */
export function Message(props: MessageProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const Title = props.as ?? 'h1';
  return (
    <Panel>
      <div className={classes.message}>
        <Title className={text.title}>{props.title}</Title>
        <p className={mergeClasses(text.body, text.secondary, text.measure)}>{props.children}</p>
        {props.actions ? <div className={classes.actions}>{props.actions}</div> : null}
      </div>
    </Panel>
  );
}
