import { Field, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import type { Choice } from './decision-draft.ts';
import { ChoiceFields, fieldId, type FieldsProps, problemOf } from './decision-fields.tsx';

const CHOICES: readonly { readonly kind: Choice; readonly name: string; readonly means: string }[] = [
  {
    kind: 'stop',
    name: 'Stop',
    means: 'End the initiative. Its KPI no longer counts; its people become free.',
  },
  {
    kind: 'reallocate',
    name: 'Reallocate',
    means: 'Move people or money here from other work. The plan may change with it.',
  },
  {
    kind: 'pivot',
    name: 'Pivot',
    means: 'Same objective, another way. A new plan; the old one stays visible.',
  },
  {
    kind: 'hold',
    name: 'Hold course',
    means: 'Change nothing, and commit to a date by which it is Green again.',
  },
];

const useStyles = makeStyles({
  group: {
    display: 'grid',
    rowGap: SPACE.s,
    marginTop: SPACE.s,
    gridTemplateColumns: 'minmax(0, 1fr)',
    width: '100%',
  },
  row: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: '6px', padding: '1px' },
  chosen: { border: `2px solid ${tokens.colorCompoundBrandStroke}`, padding: 0 },
  radio: { width: '100%' },
  words: { display: 'grid', rowGap: '2px' },
  name: { color: tokens.colorNeutralForeground1 },
});

/** Four radios as bordered rows; the chosen one opens its fields inside its border. SCREENS.md 06. */
export function DecisionChoice(props: FieldsProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const { draft, problems, onDraft } = props;
  return (
    <Field
      label={{ children: 'What do you decide?', className: text.section }}
      {...problemOf(problems, 'kind')}
    >
      <RadioGroup
        className={classes.group}
        value={draft.kind}
        onChange={(_, data) => onDraft({ kind: data.value as Choice })}
      >
        {CHOICES.map(({ kind, name, means }) => (
          <div key={kind} className={mergeClasses(classes.row, draft.kind === kind && classes.chosen)}>
            <Radio
              id={kind === 'stop' ? fieldId('kind') : `${fieldId('kind')}-${kind}`}
              className={classes.radio}
              value={kind}
              label={
                <span className={classes.words}>
                  <span className={mergeClasses(text.strong, classes.name)}>{name}</span>
                  <span className={mergeClasses(text.body, text.secondary)}>{means}</span>
                </span>
              }
            />
            {draft.kind === kind ? <ChoiceFields {...props} /> : null}
          </div>
        ))}
      </RadioGroup>
    </Field>
  );
}
