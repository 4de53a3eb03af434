import {
  Button,
  Dropdown,
  Field,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Option,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { DecisionRequest, RecalibrationView } from '../../contract/recalibration-view.ts';
import { useOneColumn } from '../../ui/measured.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { DecisionChoice } from './decision-choice.tsx';
import {
  type DecisionDraft,
  type DraftField,
  emptyDraft,
  missingIn,
  type Problems,
  requestOf,
} from './decision-draft.ts';
import { fieldId, type FieldsProps, PlanFields, problemOf, TextField } from './decision-fields.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: SPACE.xxl, gridTemplateColumns: 'minmax(0, 1fr)' },
  padded: { padding: `${SPACE.xxl} ${SPACE.xxl} 0` },
  two: {
    display: 'grid',
    gap: SPACE.l,
    alignItems: 'start',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  },
  one: { gridTemplateColumns: 'minmax(0, 1fr)' },
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: SPACE.l,
    padding: `${SPACE.l} ${SPACE.xxl}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  footNarrow: { display: 'grid', padding: `${SPACE.l} 0 0`, borderTopStyle: 'none' },
  actions: { display: 'flex', gap: SPACE.s, flexShrink: 0 },
  wide: { width: '100%' },
});

/** What came of pressing the button: still nothing, refused with words, or on its way. */
export interface Submission {
  readonly busy: boolean;
  readonly problems: Problems;
  /** A refusal that belongs to no field. */
  readonly refusal: string | null;
}

export interface DecisionFormProps {
  readonly view: RecalibrationView;
  readonly submission: Submission;
  readonly onRecord: (request: DecisionRequest) => void;
  readonly onLeave: (() => void) | null;
  /** "Recorded as decided by Ruth Adeyemi…" */
  readonly recordedAs: string;
}

/** The button is never disabled: pressed too early it names what is missing and goes there. SCREENS.md 06. */
export function DecisionForm(props: DecisionFormProps): ReactNode {
  const classes = useStyles();
  const narrow = useOneColumn();
  const { view, submission } = props;
  const [draft, setDraft] = useState<DecisionDraft>(() => emptyDraft(view));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problems = { ...submission.problems, ...(tried ? missingIn(draft, view) : {}) };
  const fields: FieldsProps = {
    view,
    draft,
    problems,
    onDraft: (change) => setDraft((before) => ({ ...before, ...change })),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (submission.busy) return;
    setTried(true);
    const request = requestOf(draft, view);
    if (request) props.onRecord(request);
    else focusFirst(form.current, missingIn(draft, view));
  };
  const body = (
    <form ref={form} onSubmit={submit} noValidate className={classes.form} aria-label="Decision">
      <div className={mergeClasses(classes.form, !narrow && classes.padded)}>
        <DecisionChoice {...fields} />
        <ReasonField {...fields} />
        <ReviewFields {...fields} />
        {submission.refusal === null ? null : (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{submission.refusal}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <Foot {...props} />
    </form>
  );
  return narrow ? body : <Panel flush>{body}</Panel>;
}

const ORDER: readonly DraftField[] = [
  'kind',
  'from',
  'what',
  'fromDate',
  'untilDate',
  'commitDate',
  'due',
  'target',
  'reason',
  'reviewDate',
];

function focusFirst(form: HTMLFormElement | null, problems: Problems): void {
  const first = ORDER.find((field) => problems[field] !== undefined);
  if (first) form?.querySelector<HTMLElement>(`#${fieldId(first)}`)?.focus();
}

function ReasonField({ draft, problems, onDraft }: FieldsProps): ReactNode {
  return (
    <Field
      label="Reason"
      required
      hint="One or two sentences. Everyone who was invited reads it."
      {...problemOf(problems, 'reason')}
    >
      <Textarea
        id={fieldId('reason')}
        rows={3}
        value={draft.reason}
        onChange={(_, data) => onDraft({ reason: data.value })}
      />
    </Field>
  );
}

function ReviewFields(props: FieldsProps): ReactNode {
  const classes = useStyles();
  const narrow = useOneColumn();
  const { draft, onDraft } = props;
  const revise = draft.plan === 'revise';
  return (
    <div className={mergeClasses(classes.two, narrow && classes.one)}>
      <TextField
        {...props}
        field="reviewDate"
        label="Review on"
        type="date"
        required
        hint="Then Lastmile states whether it worked."
      />
      {draft.kind === 'reallocate' ? (
        <>
          <Field label="Plan">
            <Dropdown
              style={{ minWidth: 0 }}
              value={revise ? 'Revise' : 'Stays as it is'}
              selectedOptions={[draft.plan]}
              onOptionSelect={(_, data) =>
                onDraft({ plan: data.optionValue === 'revise' ? 'revise' : 'same' })
              }
            >
              <Option value="same">Stays as it is</Option>
              <Option value="revise">Revise</Option>
            </Dropdown>
          </Field>
          {revise ? <PlanFields {...props} /> : null}
        </>
      ) : null}
    </div>
  );
}

function Foot({ recordedAs, submission, onLeave }: DecisionFormProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const narrow = useOneColumn();
  return (
    <div className={mergeClasses(classes.foot, narrow && classes.footNarrow)}>
      <p className={text.caption}>{recordedAs}</p>
      <div className={classes.actions}>
        <Button
          type="submit"
          appearance="primary"
          className={narrow ? classes.wide : undefined}
          disabledFocusable={submission.busy}
          aria-busy={submission.busy}
        >
          Record decision
        </Button>
        {onLeave && !narrow ? <Button onClick={onLeave}>Not now</Button> : null}
      </div>
    </div>
  );
}
