import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RecalibrationView } from '../../contract/recalibration-view.ts';
import { useOneColumn } from '../../ui/measured.tsx';
import { HeroSentence } from '../../ui/price-sentence.tsx';
import { useFormat } from '../../ui/reader.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { StatusText } from '../../ui/status-text.tsx';
import { useTextStyles } from '../../ui/text-styles.ts';
import { KpiLink } from './kpi-link.tsx';

const useStyles = makeStyles({
  facts: { display: 'grid', rowGap: SPACE.xxl, alignContent: 'start', gridTemplateColumns: 'minmax(0, 1fr)' },
  head: { display: 'grid', rowGap: SPACE.m },
  list: { margin: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '96px minmax(0, 1fr)',
    columnGap: SPACE.l,
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  value: { margin: 0 },
  people: { display: 'grid', rowGap: SPACE.s, margin: `${SPACE.s} 0 0` },
  person: { display: 'grid', gridTemplateColumns: '128px minmax(0, 1fr)', columnGap: SPACE.l },
  fold: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  summary: { padding: '10px 0', cursor: 'pointer' },
});

/** What is known: the price sentence and the reason on top, then the facts, the people, and what happens otherwise. */
export function DecisionFacts({ view }: { readonly view: RecalibrationView }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const narrow = useOneColumn();
  const rest = (
    <div className={classes.facts}>
      <FactList view={view} />
      <People view={view} />
      <div>
        <h2 className={text.caption}>If nothing is decided</h2>
        <p className={mergeClasses(text.body, text.measure)}>{view.otherwise}</p>
      </div>
    </div>
  );
  return (
    <div className={classes.facts}>
      <Head view={view} />
      {narrow ? (
        <details className={classes.fold}>
          <summary className={mergeClasses(text.body, classes.summary)}>
            All facts, {view.attendees.length} people
          </summary>
          {rest}
        </details>
      ) : (
        rest
      )}
    </div>
  );
}

function Head({ view }: { readonly view: RecalibrationView }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const { status, kpi } = view.card;
  return (
    <div className={classes.head}>
      <span className={text.body}>
        <StatusText status={status.status} note={status.since && format.since(status.since)} />
      </span>
      <h1 className={text.title}>
        <KpiLink kpi={kpi.id} name={kpi.name} />
      </h1>
      <HeroSentence parts={view.price.parts} />
      <p className={mergeClasses(text.body, text.secondary, text.measure)}>
        {status.reasons
          .slice(0, 2)
          .map(({ sentence }) => sentence)
          .join(' ')}
      </p>
    </div>
  );
}

function FactList({ view }: { readonly view: RecalibrationView }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <dl className={classes.list}>
      {view.facts.map(({ label, value, strong }) => (
        <div key={label} className={classes.row}>
          <dt className={mergeClasses(text.body, text.secondary)}>{label}</dt>
          <dd className={mergeClasses(strong ? text.strong : text.body, classes.value)}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function People({ view }: { readonly view: RecalibrationView }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <div>
      <h2 className={text.caption}>Why these people</h2>
      <dl className={classes.people}>
        {view.attendees.map(({ person, optional, why }) => (
          <div key={person.id} className={classes.person}>
            <dt className={text.body}>{person.name}</dt>
            <dd className={mergeClasses(text.body, text.secondary, classes.value)}>
              {optional && !why.startsWith('optional') ? 'optional: ' : ''}
              {why}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
