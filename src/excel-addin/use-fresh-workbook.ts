import { useEffect, useEffectEvent } from 'react';
import type { WorkbookView } from '../contract/adoption.ts';
import { usePane } from './pane-context.ts';

const POLL_MS = 4000;

/**
 * Looks whether the server says something else about this workbook than what is shown: a status that time has
 * changed, a meeting that was booked. Never while the pane is hidden; null switches it off.
 */
export function useFreshWorkbook(shown: WorkbookView | null, onChange: (fresh: WorkbookView) => void): void {
  const { client } = usePane();
  const changed = useEffectEvent(onChange);
  const workbook = shown?.workbook;
  const known = shown === null ? '' : fingerprint(shown);
  useEffect(() => {
    if (workbook === undefined) return undefined;
    let stopped = false;
    const look = async (): Promise<void> => {
      if (document.hidden) return;
      const result = await client('readWorkbook', { params: { workbook } });
      if (!stopped && result.ok && fingerprint(result.value) !== known) changed(result.value);
    };
    const timer = setInterval(() => void look(), POLL_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [client, workbook, known]);
}

/** What people see of it: a reading that was accepted elsewhere counts, too. */
function fingerprint({ kpis }: WorkbookView): string {
  return JSON.stringify(
    kpis.map(({ id, status, why, nextStep, priceShort, lastReading }) => [
      id,
      status.status,
      why,
      nextStep,
      priceShort,
      lastReading,
    ]),
  );
}
