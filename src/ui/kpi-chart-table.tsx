import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ChartView } from '../contract/kpi-view.ts';
import { useFormat } from './reader.tsx';
import { useRowStyles } from './row-styles.ts';

/** The same readings as text, for whoever prefers a table. */
export function ReadingTable(props: { readonly chart: ChartView; readonly unit: string }): ReactNode {
  const rows = useRowStyles();
  const format = useFormat();
  const number = mergeClasses(rows.cell, rows.number);
  const head = mergeClasses(rows.head, rows.number);
  return (
    <table className={rows.table}>
      <caption className={rows.quiet}>Readings in {props.unit}</caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(rows.head, rows.flushLeft)}>
            Date
          </th>
          <th scope="col" className={head}>
            Reading
          </th>
          <th scope="col" className={head}>
            Plan
          </th>
          <th scope="col" className={rows.head}>
            Sent by
          </th>
        </tr>
      </thead>
      <tbody>
        {props.chart.readings.map((reading) => (
          <tr key={reading.checkIn}>
            <th scope="row" className={mergeClasses(rows.cell, rows.flushLeft)}>
              {format.weekday(reading.date)}
            </th>
            <td className={number}>{format.figure(reading.value)}</td>
            <td className={number}>{reading.plan === null ? '–' : format.figure(reading.plan)}</td>
            <td className={rows.cell}>{reading.by ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
