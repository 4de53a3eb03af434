import { Button, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { SPACE } from '../ui/spacing.ts';
import type { Said } from './check-in-lines.ts';

const useStyles = makeStyles({
  links: { outlineStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: SPACE.l, rowGap: SPACE.s },
  form: {
    display: 'grid',
    rowGap: SPACE.m,
    padding: SPACE.m,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  actions: { display: 'flex', gap: SPACE.s },
});

type Topic = 'wait' | 'warning' | 'objection';
const LINKS: Readonly<Record<Topic, string>> = {
  wait: 'I am waiting for something',
  warning: 'I expect a slip',
  objection: 'I disagree',
};

export interface SayMoreProps {
  readonly today: string;
  readonly said: Said;
  readonly topics: readonly Topic[];
  readonly onSay: (said: Said) => void;
}

/** The further things an owner can say, as links that unfold a few fields. */
export function SayMore({ today, said, topics, onSay }: SayMoreProps): ReactNode {
  const classes = useStyles();
  const [topic, setTopic] = useState<Topic | null>(null);
  const links = useRef<HTMLDivElement>(null);
  const closed = useRef(false);
  useEffect(() => {
    if (topic !== null || !closed.current) return;
    closed.current = false;
    links.current?.focus();
  }, [topic]);
  const close = (): void => {
    closed.current = true;
    setTopic(null);
  };
  const done = (more: Said): void => {
    onSay({ ...said, ...more });
    close();
  };
  if (topic === null) {
    return (
      <div ref={links} tabIndex={-1} className={classes.links}>
        {topics.map((one) => (
          <Link key={one} as="button" onClick={() => setTopic(one)}>
            {LINKS[one]}
          </Link>
        ))}
      </div>
    );
  }
  const form = { today, onDone: done, onCancel: close };
  if (topic === 'wait') return <WaitForm {...form} />;
  return topic === 'warning' ? <WarningForm {...form} /> : <ObjectionForm {...form} />;
}

interface FormProps {
  readonly today: string;
  readonly onDone: (said: Said) => void;
  readonly onCancel: () => void;
}

function WaitForm({ today, onDone, onCancel }: FormProps): ReactNode {
  const [what, setWhat] = useState('');
  const [since, setSince] = useState(today);
  const [expectedBy, setExpectedBy] = useState('');
  const missing =
    what.trim() === '' ? 'Say what you wait for.' : expectedBy === '' ? 'Say when it is expected.' : null;
  return (
    <Form
      label="Note the wait"
      missing={missing}
      onCancel={onCancel}
      onDone={() => onDone({ waitingOn: { what: what.trim(), kind: 'third-party', since, expectedBy } })}
    >
      <Field label="What do you wait for?">
        <Input value={what} onChange={(_, { value }) => setWhat(value)} />
      </Field>
      <Field label="Since">
        <Input type="date" value={since} max={today} onChange={(_, { value }) => setSince(value)} />
      </Field>
      <Field label="Expected by">
        <Input type="date" value={expectedBy} onChange={(_, { value }) => setExpectedBy(value)} />
      </Field>
    </Form>
  );
}

function WarningForm({ onDone, onCancel }: FormProps): ReactNode {
  const [slip, setSlip] = useState('');
  const [because, setBecause] = useState('');
  const count = Number(slip);
  const valid = Number.isInteger(count) && count > 0;
  const missing = !valid
    ? 'Say by how many days.'
    : because.trim() === ''
      ? 'Say why, in one sentence.'
      : null;
  return (
    <Form
      label="Warn early"
      missing={missing}
      onCancel={onCancel}
      onDone={() => onDone({ earlyWarning: { slipDays: count, because: because.trim() } })}
    >
      <Field label="By how many days?">
        <Input type="number" min={1} value={slip} onChange={(_, { value }) => setSlip(value)} />
      </Field>
      <Field label="Because" hint="A warning brings help. It is thanked, never held against you.">
        <Input value={because} onChange={(_, { value }) => setBecause(value)} />
      </Field>
    </Form>
  );
}

function ObjectionForm({ onDone, onCancel }: FormProps): ReactNode {
  const [claim, setClaim] = useState('');
  const [byDate, setByDate] = useState('');
  const missing = claim.trim() === '' ? 'Say what is wrong.' : byDate === '' ? 'Say by when it shows.' : null;
  return (
    <Form
      label="Note the objection"
      missing={missing}
      onCancel={onCancel}
      onDone={() => onDone({ objection: { claim: claim.trim(), byDate } })}
    >
      <Field label="What is wrong with the status?" hint="It stands beside the status, never over it.">
        <Input value={claim} onChange={(_, { value }) => setClaim(value)} />
      </Field>
      <Field label="The numbers will show it by">
        <Input type="date" value={byDate} onChange={(_, { value }) => setByDate(value)} />
      </Field>
    </Form>
  );
}

interface FrameProps {
  readonly label: string;
  readonly missing: string | null;
  readonly children: ReactNode;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The button is never disabled: pressed too early it says what is missing. */
function Form({ label, missing, children, onDone, onCancel }: FrameProps): ReactNode {
  const classes = useStyles();
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  // The link that opened the form is gone: the first field takes its place.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={form} className={classes.form}>
      {children}
      {asked && missing !== null ? <strong role="alert">{missing}</strong> : null}
      <div className={classes.actions}>
        <Button
          onClick={() => {
            setAsked(true);
            if (missing === null) onDone();
          }}
        >
          {label}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Not now
        </Button>
      </div>
    </div>
  );
}
