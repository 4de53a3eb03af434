import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { KpiView } from '../../contract/kpi-view.ts';
import { daysBetween } from '../../domain/civil-date.ts';
import { KpiChart } from '../../ui/kpi-chart.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Format, useFormat } from '../../ui/reader.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column' },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: SPACE.xxl, rowGap: SPACE.xs, margin: 0 },
  fact: { display: 'flex', alignItems: 'baseline', columnGap: SPACE.s },
  value: { margin: 0 },
});

/** The chart with four facts in its head. */
export function ReadingPanel({ view }: { readonly view: KpiView }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const { chart, kpi, status } = view;
  return (
    <Panel
      title={kpi.kind === 'keep' ? 'Readings and band' : 'Readings and plan'}
      aside={<Facts view={view} />}
      className={classes.panel}
    >
      {chart.readings.length === 0 ? (
        <p className={mergeClasses(text.body, text.secondary)}>No reading yet.</p>
      ) : null}
      <KpiChart
        chart={chart}
        unit={kpi.unit}
        sentence={`${kpi.name}, readings against plan. ${status.reasons[0]?.sentence ?? ''}`}
      />
    </Panel>
  );
}

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly quiet?: true;
}

function Facts({ view }: { readonly view: KpiView }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  return (
    <dl className={classes.facts}>
      {factsOf(view, format).map((fact) => (
        <div key={fact.label} className={classes.fact}>
          <dt className={mergeClasses(text.caption)}>{fact.label}</dt>
          <dd
            className={mergeClasses(
              fact.quiet ? text.body : text.strong,
              fact.quiet && text.secondary,
              classes.value,
            )}
          >
            {fact.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf({ chart, status, kpi }: KpiView, format: Format): readonly Fact[] {
  if (kpi.kind === 'keep') return [];
  const open = chart.waitLane.find((wait) => wait.endedOn === null);
  const over = open ? daysBetween(open.expectedBy, chart.today) : 0;
  return [
    { label: 'Slip', value: format.days(status.slip) },
    ...(status.float === null ? [] : [{ label: 'Float', value: format.days(status.float) }]),
    forecastFact({ chart, format }),
    ...(open && over > 0 ? [{ label: 'Waiting', value: `${format.days(over)} over` }] : []),
  ];
}

function forecastFact({
  chart,
  format,
}: {
  readonly chart: KpiView['chart'];
  readonly format: Format;
}): Fact {
  const label = 'Forecast';
  if (chart.forecast) return { label, value: format.day(chart.forecast.halfChance) };
  if (chart.forecastFrom === null || chart.forecastFrom <= chart.today)
    return { label, value: 'not yet', quiet: true };
  return { label, value: `from ${format.day(chart.forecastFrom)}`, quiet: true };
}
