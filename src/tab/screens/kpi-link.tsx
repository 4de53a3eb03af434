import type { ReactNode } from 'react';
import { PlainLink } from '../../ui/plain-link.tsx';
import { kpiHref } from './addresses.ts';

export interface KpiLinkProps {
  readonly kpi: string;
  readonly name: string;
  readonly tabIndex?: -1;
}

/** Every KPI's name leads to its page. */
export function KpiLink({ kpi, name, tabIndex }: KpiLinkProps): ReactNode {
  return (
    <PlainLink href={kpiHref(kpi)} {...(tabIndex === undefined ? {} : { tabIndex })}>
      {name}
    </PlainLink>
  );
}
