import { Dropdown, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SheetMapping } from '../domain/sheet/mapping.ts';
import { SPACE } from '../ui/spacing.ts';
import { useTextStyles } from '../ui/text-styles.ts';
import {
  ADOPTED_FIELDS,
  type AdoptedField,
  type ColumnChoice,
  FIELD_LABELS,
  fieldsToCheck,
  lettersLine,
  readingPeriods,
} from './column-choice.ts';
import { PaneFrame } from './pane-frame.tsx';
import { Group } from './pane-lists.tsx';

const useStyles = makeStyles({
  fields: { display: 'grid', rowGap: SPACE.m },
  table: { width: '100%', borderCollapse: 'collapse' },
  cell: {
    padding: `${SPACE.s} ${SPACE.s} ${SPACE.s} 0`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  letter: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
});

const NOTHING = '–';

export interface AdoptColumnsProps {
  readonly mapping: SheetMapping;
  readonly choice: ColumnChoice;
  readonly onChoose: (field: AdoptedField, column: string | null) => void;
  readonly onNext: () => void;
  readonly onReread: () => void;
}

/** Is this how the sheet reads? What is unsure comes first, with the ground for the guess. */
export function AdoptColumns(props: AdoptColumnsProps): ReactNode {
  const { mapping, choice, onChoose, onNext, onReread } = props;
  const classes = useStyles();
  const text = useTextStyles();
  const unsure = fieldsToCheck(mapping);
  const sure = ADOPTED_FIELDS.filter(
    (field) => choice[field] !== undefined && !unsure.some((one) => one.field === field),
  );
  const periods = readingPeriods(mapping);
  const rows = mapping.recordCount === 1 ? '1 row' : `${mapping.recordCount} rows`;
  return (
    <PaneFrame
      title="Is this how the sheet reads?"
      caption={`${mapping.sheet}!${mapping.address}, header in row ${mapping.headerRow}, ${rows}`}
      onReread={onReread}
      footer={{
        label: 'Check the rows',
        caption: 'Nothing is sent and nothing is written yet.',
        onClick: onNext,
      }}
    >
      {unsure.length > 0 ? (
        <Group title={unsure.length === 1 ? 'Please check this one' : `Please check these ${unsure.length}`}>
          <div className={classes.fields}>
            {unsure.map(({ field, reason }) => (
              <ColumnField key={field} {...{ mapping, field, reason, choice, onChoose }} />
            ))}
          </div>
        </Group>
      ) : null}
      <Group title="These are sure">
        <table className={classes.table}>
          <tbody>
            {sure.map((field) => (
              <tr key={field}>
                <th scope="row" className={classes.cell}>
                  {FIELD_LABELS[field]}
                </th>
                <td className={`${classes.cell} ${classes.letter}`}>{choice[field]}</td>
                <td className={classes.cell}>{headerOf(mapping, choice[field] ?? '')}</td>
              </tr>
            ))}
            {periods.length > 0 ? (
              <tr>
                <th scope="row" className={classes.cell}>
                  Readings
                </th>
                <td className={`${classes.cell} ${classes.letter}`}>
                  {lettersLine(periods.map(({ line }) => line))}
                </td>
                <td className={classes.cell}>
                  {periods[0]?.header} to {periods.at(-1)?.header}
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </Group>
      <StatusNote mapping={mapping} className={text.body} />
    </PaneFrame>
  );
}

interface ColumnFieldProps {
  readonly mapping: SheetMapping;
  readonly field: AdoptedField;
  readonly reason: string;
  readonly choice: ColumnChoice;
  readonly onChoose: (field: AdoptedField, column: string | null) => void;
}

function ColumnField({ mapping, field, reason, choice, onChoose }: ColumnFieldProps): ReactNode {
  const chosen = choice[field];
  const shown = chosen === undefined ? 'not in this sheet' : `${chosen}, ${headerOf(mapping, chosen)}`;
  return (
    <Field label={FIELD_LABELS[field]} hint={reason}>
      <Dropdown
        value={shown}
        selectedOptions={[chosen ?? NOTHING]}
        onOptionSelect={(_, { optionValue }) =>
          onChoose(field, optionValue === NOTHING ? null : (optionValue ?? null))
        }
      >
        <Option value={NOTHING}>not in this sheet</Option>
        {mapping.lines.map(({ line, header }) => (
          <Option key={line} value={line} text={`${line}, ${header}`}>
            {`${line}, ${header}`}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

function StatusNote(props: { readonly mapping: SheetMapping; readonly className: string }): ReactNode {
  const status = props.mapping.fields.status.chosen;
  if (!status) return null;
  return (
    <p className={props.className}>
      Column{' '}
      <strong>
        {status.line}, {status.header}
      </strong>{' '}
      is only compared with the computed status. It is never imported as one.
    </p>
  );
}

function headerOf(mapping: SheetMapping, column: string): string {
  return mapping.lines.find(({ line }) => line === column)?.header ?? '';
}
