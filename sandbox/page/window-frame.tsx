import { Caption1, Dropdown, makeStyles, Option, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { SandboxPerson } from '../control.ts';

const useStyles = makeStyles({
  frame: {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
    overflow: 'hidden',
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '40px',
    flexShrink: 0,
    '@media (max-width: 700px)': { flexWrap: 'wrap', padding: '4px 8px' },
    padding: '0 8px 0 14px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'baseline',
    gap: '8px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3, overflow: 'hidden', textOverflow: 'ellipsis' },
  person: { minWidth: '132px', width: '150px' },
  body: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', position: 'relative' },
});

interface WindowFrameProps {
  readonly title: string;
  /** "simulated · Compliance KPIs 2026.xlsx". */
  readonly caption: string;
  readonly people: readonly SandboxPerson[];
  readonly person: string;
  readonly onPerson: (id: string) => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One window with its own person in the title bar: one types, another sees, a third is invited. */
export function WindowFrame(props: WindowFrameProps): ReactElement {
  const { title, caption, people, person, onPerson, actions, children } = props;
  const styles = useStyles();
  const name = people.find(({ id }) => id === person)?.name ?? '';
  return (
    <section className={styles.frame} aria-label={title}>
      <div className={styles.bar}>
        <div className={styles.title}>
          <Subtitle2 as="h2" className={styles.heading}>
            {title}
          </Subtitle2>
          <Caption1 className={styles.quiet}>{caption}</Caption1>
        </div>
        {actions}
        <Dropdown
          className={styles.person}
          size="small"
          aria-label={`Person in ${title}`}
          value={name}
          selectedOptions={[person]}
          onOptionSelect={(_, { optionValue }) => optionValue && onPerson(optionValue)}
        >
          {people.map((one) => (
            <Option key={one.id} value={one.id} text={one.name}>
              {`${one.name}, ${one.role}`}
            </Option>
          ))}
        </Dropdown>
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
