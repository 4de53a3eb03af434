import { Button, Dropdown, makeStyles, mergeClasses, Option } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { AdoptionOutcome } from '../contract/adoption.ts';
import type { PersonRef } from '../contract/primitives.ts';
import { useFormat } from '../ui/reader.tsx';
import { SPACE } from '../ui/spacing.ts';
import { StatusMark } from '../ui/status-mark.tsx';
import { useTextStyles } from '../ui/text-styles.ts';
import { countWord } from '../domain/words/format.ts';
import type { RowProblem } from './adoption-rows.ts';
import { PaneFrame } from './pane-frame.tsx';
import { Group, PlainItem, PlainList, Problem } from './pane-lists.tsx';

const useStyles = makeStyles({
  ready: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    columnGap: SPACE.s,
    rowGap: SPACE.xs,
    alignItems: 'baseline',
  },
  owner: { textAlign: 'right' },
  known: { gridColumn: '2 / -1' },
});

/** A large sheet can have hundreds; the first ones are what a person works on. */
const PROBLEMS_SHOWN = 50;

/** A problem of one row, from the sheet or from the server, with the row it is in. */
export interface PlacedProblem extends RowProblem {
  readonly row: number;
}

export interface AdoptRowsProps {
  readonly total: number;
  readonly ready: readonly Exclude<AdoptionOutcome, { outcome: 'refused' }>[];
  readonly problems: readonly PlacedProblem[];
  readonly people: readonly PersonRef[];
  /** "L to Q": where our columns go. */
  readonly columns: string;
  readonly busy: boolean;
  readonly onOwner: (row: number, person: string) => void;
  readonly onDate: (cell: string, date: string) => void;
  readonly onCell: (cell: string) => void;
  readonly onCreate: () => void;
  readonly onBack: () => void;
  readonly onReread: () => void;
}

/** Problems by cell first, then the rows that are ready: they can start without the others. */
export function AdoptRows(props: AdoptRowsProps): ReactNode {
  const { total, ready, problems, columns, busy } = props;
  const [most, setMost] = useState(PROBLEMS_SHOWN);
  const rowsWithProblems = new Set(problems.map(({ row }) => row)).size;
  const caption =
    rowsWithProblems === 0
      ? 'Nothing stands in the way.'
      : `${countWord(rowsWithProblems)} ${rowsWithProblems === 1 ? 'needs' : 'need'} you. The others can start without them.`;
  return (
    <PaneFrame
      title={titleOf(ready.length, total)}
      caption={caption}
      takesFocus
      onReread={props.onReread}
      footer={
        ready.length === 0
          ? {
              label: 'Back to the columns',
              caption: 'No row is ready yet.',
              quiet: true,
              onClick: props.onBack,
            }
          : {
              label: createLabel(ready),
              caption: `Adds a hidden key column and five verdict columns, ${columns}. Your own columns stay as they are.`,
              busy,
              onClick: props.onCreate,
            }
      }
    >
      {problems.length > 0 ? (
        <PlainList>
          {problems.slice(0, most).map((problem) => (
            <PlainItem key={`${problem.cell}${problem.message}`}>
              <Problem
                cell={problem.cell}
                message={problem.message}
                onCell={() => props.onCell(problem.cell)}
              >
                <Cure problem={problem} {...props} />
              </Problem>
            </PlainItem>
          ))}
          {problems.length > most ? (
            <PlainItem>
              <Button size="small" onClick={() => setMost(most + PROBLEMS_SHOWN)}>
                Show more, {problems.length - most} left
              </Button>
            </PlainItem>
          ) : null}
        </PlainList>
      ) : null}
      {ready.length > 0 ? (
        <Group title="Ready">
          <PlainList>
            {ready.map((one) => (
              <PlainItem key={one.ref}>
                <ReadyRow one={one} />
              </PlainItem>
            ))}
          </PlainList>
        </Group>
      ) : null}
    </PaneFrame>
  );
}

/** Mark, name, owner; what is known already is tied to the row and not made again. */
function ReadyRow({ one }: { readonly one: AdoptRowsProps['ready'][number] }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <div className={classes.ready}>
      <StatusMark status={one.status.status} />
      <span className={text.body}>{one.name}</span>
      <span className={mergeClasses(text.caption, classes.owner)}>{one.owner.name}</span>
      {one.outcome === 'linked' ? (
        <span className={mergeClasses(text.caption, classes.known)}>
          Known already: the row is linked to it.
        </span>
      ) : null}
    </div>
  );
}

function titleOf(ready: number, total: number): string {
  if (ready === total) return total === 1 ? 'One row is ready' : `All ${total} rows are ready`;
  return `${countWord(ready)} of ${countWord(total).toLowerCase()} rows ${ready === 1 ? 'is' : 'are'} ready`;
}

function createLabel(ready: AdoptRowsProps['ready']): string {
  const fresh = ready.filter(({ outcome }) => outcome === 'created').length;
  if (fresh === 0) return ready.length === 1 ? 'Link 1 KPI' : `Link ${ready.length} KPIs`;
  return fresh === 1 ? 'Create 1 KPI' : `Create ${fresh} KPIs`;
}

function Cure(props: AdoptRowsProps & { readonly problem: PlacedProblem }): ReactNode {
  const { problem, people, onOwner, onDate, onCell } = props;
  const format = useFormat();
  const [refused, setRefused] = useState(false);
  if (problem.cure === 'person') {
    return (
      <Dropdown
        size="small"
        style={{ minWidth: 0, width: '100%' }}
        placeholder="Choose a person"
        aria-label={`Owner for row ${problem.row}`}
        onOptionSelect={(_, { optionValue }) => optionValue && onOwner(problem.row, optionValue)}
      >
        {people.map(({ id, name, role }) => (
          <Option key={id} value={id} text={name}>
            {role === undefined ? name : `${name}, ${role}`}
          </Option>
        ))}
      </Dropdown>
    );
  }
  if (problem.cure === 'date' && problem.suggestion !== undefined && !refused) {
    const { suggestion } = problem;
    return (
      <>
        <Button size="small" onClick={() => onDate(problem.cell, suggestion)}>
          Yes, {format.day(suggestion)}
        </Button>
        <Button size="small" onClick={() => setRefused(true)}>
          No
        </Button>
      </>
    );
  }
  return (
    <Button size="small" onClick={() => onCell(problem.cell)}>
      Go to {problem.cell}
    </Button>
  );
}
