import { Dropdown, Field, Input, makeStyles, mergeClasses, Option } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RecalibrationView } from '../../contract/recalibration-view.ts';
import { useOneColumn } from '../../ui/measured.tsx';
import { Inset } from '../../ui/panel.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import type { DecisionDraft, DraftField, Problems } from './decision-draft.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: SPACE.l,
    alignItems: 'start',
    padding: `${SPACE.s} ${SPACE.l} ${SPACE.l} 36px`,
  },
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)', paddingLeft: SPACE.m, paddingRight: SPACE.m },
  full: { gridColumn: '1 / -1' },
  dropdown: { minWidth: 0 },
});

export interface FieldsProps {
  readonly view: RecalibrationView;
  readonly draft: DecisionDraft;
  readonly problems: Problems;
  readonly onDraft: (change: Partial<DecisionDraft>) => void;
}

/** The fields of the chosen row, inside its border. */
export function ChoiceFields(props: FieldsProps): ReactNode {
  const classes = useStyles();
  const narrow = useOneColumn();
  const { kind } = props.draft;
  if (kind === '') return null;
  return (
    <div className={mergeClasses(classes.grid, narrow && classes.narrow)}>
      {kind === 'stop' ? <Says words={props.view.stopConsequence} /> : null}
      {kind === 'reallocate' ? <SourceFields {...props} /> : null}
      {kind === 'pivot' ? <PlanFields {...props} /> : null}
      {kind === 'hold' ? (
        <TextField {...props} field="commitDate" label="Green again by" type="date" required />
      ) : null}
    </div>
  );
}

function SourceFields(props: FieldsProps): ReactNode {
  const classes = useStyles();
  const { view, draft, problems, onDraft } = props;
  const source = view.sources.find(({ initiative }) => initiative === draft.from);
  return (
    <>
      <Field label="From" required {...problemOf(problems, 'from')}>
        <Dropdown
          id={fieldId('from')}
          className={classes.dropdown}
          placeholder="Choose"
          value={source?.name ?? ''}
          selectedOptions={draft.from === '' ? [] : [draft.from]}
          onOptionSelect={(_, data) => onDraft({ from: data.optionValue ?? '' })}
        >
          {view.sources.map(({ initiative, name }) => (
            <Option key={initiative} value={initiative}>
              {name}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <TextField {...props} field="what" label="What" required />
      <TextField {...props} field="fromDate" label="From when" type="date" required />
      <TextField {...props} field="untilDate" label="Until" type="date" />
      <Says words={source?.sentence ?? ''} />
    </>
  );
}

/** One sentence that says what the choice takes from others. */
function Says({ words }: { readonly words: string }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  if (words === '') return null;
  return (
    <div className={classes.full}>
      <Inset>
        <p className={text.body}>{words}</p>
      </Inset>
    </div>
  );
}

export function PlanFields(props: FieldsProps): ReactNode {
  const { plan } = props.view;
  return (
    <>
      <TextField {...props} field="due" label="New due date" type="date" required />
      {plan.target === null ? null : (
        <TextField {...props} field="target" label={`New target, ${plan.unit}`} required />
      )}
    </>
  );
}

interface TextFieldProps extends FieldsProps {
  readonly field: Exclude<DraftField, 'kind' | 'plan' | 'from'>;
  readonly label: string;
  readonly type?: 'date' | 'text';
  readonly required?: boolean;
  readonly hint?: string;
}

export function TextField(props: TextFieldProps): ReactNode {
  const { field, label, type = 'text', required = false, hint, draft, problems, onDraft } = props;
  return (
    <Field label={label} required={required} {...(hint ? { hint } : {})} {...problemOf(problems, field)}>
      <Input
        id={fieldId(field)}
        type={type}
        value={draft[field]}
        style={{ minWidth: 0 }}
        onChange={(_, data) => onDraft({ [field]: data.value })}
      />
    </Field>
  );
}

export function fieldId(field: DraftField): string {
  return `decision-${field}`;
}

export function problemOf(
  problems: Problems,
  field: DraftField,
): { readonly validationMessage?: string; readonly validationState?: 'error' } {
  const message = problems[field];
  return message === undefined ? {} : { validationMessage: message, validationState: 'error' };
}
