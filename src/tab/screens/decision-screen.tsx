import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import type {
  DecisionReceipt,
  DecisionRequest,
  RecalibrationView,
} from '../../contract/recalibration-view.ts';
import { useWidth } from '../../ui/measured.tsx';
import { Message } from '../../ui/message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useFormat } from '../../ui/reader.tsx';
import { SPACE, WIDTH } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { ADDRESS, href, kpiHref } from './addresses.ts';
import { DecisionFacts } from './decision-facts.tsx';
import { DecisionForm, type Submission } from './decision-form.tsx';
import { Page } from './page.tsx';
import { Trail } from './trail.tsx';

const useStyles = makeStyles({
  body: { display: 'grid', gap: SPACE.xxl, gridTemplateColumns: 'minmax(0, 1fr)' },
  columns: { gap: SPACE.page, gridTemplateColumns: 'minmax(0, 38%) minmax(0, 1fr)' },
  receipt: { display: 'grid', rowGap: SPACE.m, justifyItems: 'start' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: SPACE.s },
});

export interface DecisionScreenProps {
  readonly view: RecalibrationView;
  /** False on a past day and without a connection. */
  readonly mayAct: boolean;
  readonly sidePanel: boolean;
  readonly submission: Submission;
  readonly receipt: DecisionReceipt | null;
  readonly onRecord: (request: DecisionRequest) => void;
  readonly onLeave: () => void;
}

/** Left the facts, right the form; one column in a side panel. SCREENS.md 06. */
export function DecisionScreen(props: DecisionScreenProps): ReactNode {
  const classes = useStyles();
  const columns = useWidth() >= WIDTH.network;
  const { view, sidePanel } = props;
  return (
    <Page>
      {sidePanel ? null : <DecisionTrail view={view} />}
      <div className={mergeClasses(classes.body, columns && classes.columns)}>
        <DecisionFacts view={view} />
        <div>
          <Answer {...props} />
        </div>
      </div>
    </Page>
  );
}

function DecisionTrail({ view }: { readonly view: RecalibrationView }): ReactNode {
  const format = useFormat();
  const { meeting } = view.card;
  const name = meeting ? `Recalibration, ${format.moment(meeting.start)}` : 'Recalibration';
  return <Trail steps={[{ name: 'Waiting for me', href: href(ADDRESS.waiting) }, { name }]} />;
}

function Answer(props: DecisionScreenProps): ReactNode {
  const { view, receipt, mayAct, sidePanel } = props;
  if (receipt) return <Receipt view={view} receipt={receipt} />;
  if (view.card.decision) return <Closed view={view} />;
  if (!mayAct)
    return (
      <Message as="h2" title="Not now">
        Nothing can be decided on a past day or without a connection.
      </Message>
    );
  if (!view.mayDecide) return <NotYours view={view} />;
  const decider = view.card.decisionMaker.name;
  return (
    <DecisionForm
      view={view}
      submission={props.submission}
      onRecord={props.onRecord}
      onLeave={sidePanel ? null : props.onLeave}
      recordedAs={`Recorded as decided by ${decider}. It cannot be edited later, only followed by another decision.`}
    />
  );
}

/** A receipt replaces the form in place, and the focus goes to its title. */
function Receipt(props: { readonly view: RecalibrationView; readonly receipt: DecisionReceipt }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const title = useRef<HTMLHeadingElement>(null);
  const { decision, sentence, entry } = props.receipt;
  useEffect(() => title.current?.focus(), []);
  return (
    <Panel>
      <div className={classes.receipt}>
        <h2 ref={title} tabIndex={-1} className={text.title}>
          The decision is recorded
        </h2>
        <p className={text.body}>{sentence}</p>
        <p className={text.caption}>
          Entry {format.figure(entry)}, {decision.by.name}
        </p>
        <div className={classes.actions}>
          <Button as="a" href={href(ADDRESS.waiting)} appearance="primary">
            What waits for me
          </Button>
          <Button as="a" href={kpiHref(props.view.card.kpi.id)}>
            Open the KPI
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Closed({ view }: { readonly view: RecalibrationView }): ReactNode {
  const format = useFormat();
  const { decision, kpi } = view.card;
  if (!decision) return null;
  return (
    <Message
      as="h2"
      title="This recalibration is closed"
      actions={
        <>
          <Button as="a" href={kpiHref(kpi.id)} appearance="primary">
            Open the KPI
          </Button>
          <Button as="a" href={href(ADDRESS.waiting)}>
            What waits for me
          </Button>
        </>
      }
    >
      {decision.by.name} decided on {format.day(format.dateOf(decision.at))}.{' '}
      {decision.summary.replace(/\.$/, '')}. The review is on {format.day(decision.reviewDate)}.
    </Message>
  );
}

function NotYours({ view }: { readonly view: RecalibrationView }): ReactNode {
  const { decisionMaker, kpi } = view.card;
  return (
    <Message
      as="h2"
      title={`${decisionMaker.name} decides this`}
      actions={
        <Button as="a" href={kpiHref(kpi.id)}>
          Open the KPI
        </Button>
      }
    >
      {view.refusal ?? 'You can read the facts and the price.'}
    </Message>
  );
}
