import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFormat } from '../../ui/reader.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: SPACE.m,
    padding: `${SPACE.s} ${SPACE.section}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface MomentLineProps {
  /** The past moment shown; null while one is being chosen. */
  readonly moment: string | null;
  /** The day in the field; empty for none. */
  readonly day: string;
  /** Last day that can be chosen. */
  readonly today: string;
  readonly onDay: (day: string) => void;
  readonly onNow: () => void;
}

/** A past moment: an inset line under the bar, and every action is gone. SCREENS.md 6. */
export function MomentLine({ moment, day, today, onDay, onNow }: MomentLineProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  return (
    <div className={classes.line}>
      <span className={text.body}>
        {moment === null ? 'Show how it stood at the end of' : `As of ${format.moment(moment)}.`}
      </span>
      <Input
        type="date"
        size="small"
        max={today}
        value={day}
        aria-label="A past day"
        onChange={(_, data) => onDay(data.value)}
      />
      <Button size="small" onClick={onNow} className={mergeClasses(text.body)}>
        Back to now
      </Button>
    </div>
  );
}
