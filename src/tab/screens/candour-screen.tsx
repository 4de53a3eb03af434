import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CandourView } from '../../contract/candour-view.ts';
import { useWidth } from '../../ui/measured.tsx';
import { Message } from '../../ui/message.tsx';
import { HeroSentence } from '../../ui/price-sentence.tsx';
import { SPACE, WIDTH } from '../../ui/spacing.ts';
import { kpiHref } from './addresses.ts';
import { CandourPanel } from './candour-panel.tsx';
import { ObjectionRow, RedatedRow, SilenceRow, WarningRow } from './candour-rows.tsx';
import { Page } from './page.tsx';

const useStyles = makeStyles({
  columns: { display: 'grid', gap: SPACE.xxl, gridTemplateColumns: 'minmax(0, 1fr)' },
  two: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  column: {
    display: 'grid',
    rowGap: SPACE.xxl,
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
});

/** Thanks before questions: warnings stand first and are the largest part. Never a ranking. SCREENS.md 07. */
export function CandourScreen({ view }: { readonly view: CandourView }): ReactNode {
  const classes = useStyles();
  const two = useWidth() >= WIDTH.columns;
  const { warnings, redated, silences, objections } = view;
  if (warnings.length + redated.length + silences.length + objections.length === 0)
    return <Nothing view={view} />;
  return (
    <Page>
      <HeroSentence as="h1" parts={view.sentence} kpiHref={kpiHref} />
      <div className={mergeClasses(classes.columns, two && classes.two)}>
        <div className={classes.column}>
          <CandourPanel
            title="Warned before the numbers did"
            caption="Newest first. Never ranked, never exported per person."
            empty="Nobody has warned early yet. A warning can never harm: it brings help before the numbers do."
          >
            {warnings.map((line) => (
              <WarningRow key={line.checkIn} line={line} />
            ))}
          </CandourPanel>
          {redated.length === 0 ? null : (
            <CandourPanel title="Turned green by a new date" caption="" empty="">
              {redated.map((line) => (
                <RedatedRow key={line.decision} line={line} />
              ))}
            </CandourPanel>
          )}
        </div>
        <div className={classes.column}>
          <CandourPanel
            title="Silence"
            caption="A missing report never looks green, and nothing silent is closed by itself."
            empty="Nobody is silent."
            note={view.silenceNote}
          >
            {silences.map((line) => (
              <SilenceRow key={line.kpi.id} line={line} />
            ))}
          </CandourPanel>
          <CandourPanel
            title="Objections"
            caption="An owner may say that the status is wrong. It stands beside the status and is scored after two readings."
            empty="Nobody has objected to a status."
          >
            {objections.map((line) => (
              <ObjectionRow key={line.checkIn} line={line} />
            ))}
          </CandourPanel>
        </div>
      </div>
    </Page>
  );
}

function Nothing({ view }: { readonly view: CandourView }): ReactNode {
  return (
    <Page>
      <Message title="Nothing to thank for or to ask about yet">
        Early warnings, missing reports and objections will stand here. {view.silenceNote}
      </Message>
    </Page>
  );
}
