import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { WaitingItem } from '../../contract/waiting-view.ts';
import { Panel } from '../../ui/panel.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { HeroSentence } from '../../ui/price-sentence.tsx';
import { useFormat } from '../../ui/reader.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { StatusText } from '../../ui/status-text.tsx';
import { useTextStyles } from '../../ui/text-styles.ts';
import { kpiHref } from './addresses.ts';
import { KIND_WORDS, WaitingAction } from './waiting-action.tsx';

const useStyles = makeStyles({
  body: { display: 'grid', rowGap: SPACE.m, gridTemplateColumns: 'minmax(0, 1fr)' },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: SPACE.s },
  kind: { display: 'flex', flexWrap: 'wrap', columnGap: SPACE.xs },
  groups: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: SPACE.page,
    rowGap: SPACE.l,
    margin: `${SPACE.s} 0`,
  },
  group: { display: 'grid', rowGap: SPACE.xs, alignContent: 'start', margin: 0 },
  meeting: { display: 'grid', margin: 0 },
  people: { display: 'flex', flexWrap: 'wrap', columnGap: SPACE.xl, rowGap: SPACE.s, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: SPACE.s },
});

export interface WaitingFirstProps {
  readonly item: WaitingItem;
  readonly mayAct: boolean;
}

/** The dearest item, opened in full. */
export function WaitingFirst({ item, mayAct }: WaitingFirstProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <Panel>
      <div className={classes.body}>
        <Head item={item} />
        <HeroSentence parts={item.sentence} kpiHref={kpiHref} />
        <p className={mergeClasses(text.body, text.secondary, text.measure)}>{item.reason}</p>
        <Groups item={item} />
        <div className={classes.actions}>
          <WaitingAction item={item} mayAct={mayAct} primary />
          {item.recalibration === null ? null : (
            <Button as="a" href={kpiHref(item.kpi.id)}>
              Open the KPI
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}

function Head({ item }: { readonly item: WaitingItem }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <div className={classes.head}>
      <KindLine item={item} />
      {item.deadline === '' ? null : <span className={text.strong}>{item.deadline}</span>}
    </div>
  );
}

/** "Yellow since today · Decision" */
export function KindLine({ item }: { readonly item: WaitingItem }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const since = item.status.since === null ? null : format.since(item.status.since);
  return (
    <span className={mergeClasses(text.body, classes.kind)}>
      <StatusText status={item.status.status} note={item.statusNote ?? since} />
      <span className={text.secondary}>· {KIND_WORDS[item.kind]}</span>
    </span>
  );
}

function Groups({ item }: { readonly item: WaitingItem }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  return (
    <dl className={classes.groups}>
      <div className={classes.group}>
        <dt className={text.caption}>Owner</dt>
        <dd className={classes.people}>
          <PersonLine person={item.owner} />
        </dd>
      </div>
      {item.hurts.length === 0 ? null : (
        <div className={classes.group}>
          <dt className={text.caption}>Hurts</dt>
          <dd className={classes.people}>
            {item.hurts.map(({ person, because }) => (
              <PersonLine key={person.id} person={person} caption={because} />
            ))}
          </dd>
        </div>
      )}
      {item.meeting ? (
        <div className={classes.group}>
          <dt className={text.caption}>Meeting</dt>
          <dd className={classes.meeting}>
            <span className={text.body}>{format.range(item.meeting.start, item.meeting.end)}</span>
            {item.meetingNote === null ? null : <span className={text.caption}>{item.meetingNote}</span>}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
