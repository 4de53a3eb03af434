import type { FindingView } from '../../contract/portfolio-view.ts';
import type { RichText } from '../../contract/primitives.ts';
import { isStopped } from '../../domain/recalibration-need.ts';
import type { SetUpFinding } from '../../domain/set-up-finding.ts';
import { setUpFindings } from '../../domain/set-up-findings.ts';
import { findingSentence } from '../../domain/words/finding-sentence.ts';
import type { IndexedView } from './view-index.ts';

/** What the set-up should be looked at for, in sentences; stopped work is left alone. */
export function presentFindings(view: IndexedView): FindingView[] {
  const { words, nameOf, personOf } = view;
  const context = { ...words, nameOf, personName: (id: string) => personOf(id).name };
  return setUpFindings(view.facts.portfolio, stoppedIn(view)).map((finding) => ({
    code: finding.code,
    sentence: linked(findingSentence(finding, context), kpiIn(finding), nameOf),
  }));
}

function stoppedIn({ facts, stateOf }: IndexedView): ReadonlySet<string> {
  const stopped = facts.portfolio.kpis.filter(({ id }) => {
    const state = stateOf(id);
    return state !== undefined && isStopped(state);
  });
  return new Set(stopped.flatMap(({ initiative }) => initiative ?? []));
}

function kpiIn(finding: SetUpFinding): string | null {
  return 'kpi' in finding ? finding.kpi : null;
}

/** The first time the KPI is named leads to it. */
function linked(sentence: string, kpi: string | null, nameOf: IndexedView['nameOf']): RichText {
  const name = kpi === null ? '' : nameOf(kpi);
  const at = name === '' ? -1 : sentence.indexOf(name);
  if (kpi === null || at < 0) return [{ text: sentence }];
  const parts = [
    { text: sentence.slice(0, at) },
    { text: name, kpi },
    { text: sentence.slice(at + name.length) },
  ];
  return parts.filter(({ text }) => text !== '');
}
