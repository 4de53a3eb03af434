import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { WaitingItem } from '../../contract/waiting-view.ts';
import { href, kpiHref, recalibrationAddress } from './addresses.ts';

export const KIND_WORDS: Readonly<Record<WaitingItem['kind'], string>> = {
  decision: 'Decision',
  review: 'Review',
  report: 'Report',
  'help-requested': 'Help requested',
};

export interface ActionProps {
  readonly item: WaitingItem;
  readonly mayAct: boolean;
  readonly primary?: boolean;
}

/** What can be done about it: decide, look at the review, or open the KPI to report on. */
export function WaitingAction({ item, mayAct, primary = false }: ActionProps): ReactNode {
  const { target, word } = actionOf(item, mayAct);
  return (
    <Button as="a" href={target} appearance={primary ? 'primary' : 'secondary'}>
      {word}
    </Button>
  );
}

function actionOf(item: WaitingItem, mayAct: boolean): { readonly target: string; readonly word: string } {
  const { recalibration, kpi, kind } = item;
  if (recalibration === null) return { target: kpiHref(kpi.id), word: 'Open the KPI' };
  const target = href(recalibrationAddress(recalibration));
  if (kind === 'review') return { target, word: 'Open the review' };
  return { target, word: mayAct && item.mayDecide ? 'Decide' : 'Open the facts' };
}
