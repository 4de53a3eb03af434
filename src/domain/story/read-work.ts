import type { CivilDate } from '../civil-date.ts';
import type { DelayProfile, Initiative, Objective } from '../portfolio.ts';
import { type Fields, type Reader, type Source, object, refuse } from './json-source.ts';
import { date, figureIn, idIn, minorUnits, oneOf, text, wholeIn } from './read-values.ts';

interface Known {
  readonly people: ReadonlySet<string>;
  readonly objectives: ReadonlySet<string>;
}

export function objectiveReader(known: Known): Reader<Objective> {
  return (source) =>
    object(source, (f) => {
      const due = f.need('due', date);
      return {
        id: f.need('id', text),
        ...f.may('parent', idIn(known.objectives, 'objective')),
        name: f.need('name', text),
        owner: f.need('owner', idIn(known.people, 'person')),
        due,
        delayProfile: f.or<DelayProfile>('delayProfile', delayProfileReader(due), { kind: 'none' }),
      };
    });
}

export function initiativeReader(known: Known): Reader<Initiative> {
  return (source) =>
    object(source, (f) => ({
      id: f.need('id', text),
      objective: f.need('objective', idIn(known.objectives, 'objective')),
      name: f.need('name', text),
      owner: f.need('owner', idIn(known.people, 'person')),
      function: f.need('function', text),
      risk: f.need('risk', (risk) =>
        object(risk, (r) => ({
          impact: r.need('impact', wholeIn(1, 5)),
          likelihood: r.need('likelihood', wholeIn(1, 5)),
        })),
      ),
    }));
}

/** Sub-objectives form a tree. */
export function refuseParentCircle(source: Source, objectives: readonly Objective[]): void {
  const parents = new Map(objectives.map(({ id, parent }) => [id, parent]));
  for (const [i, { id }] of objectives.entries()) {
    const path = [id];
    for (
      let up = parents.get(id);
      up !== undefined && path.length <= objectives.length;
      up = parents.get(up)
    ) {
      path.push(up);
      if (up === id) refuse({ path: `${source.path}[${i}].parent` }, `closes a circle: ${path.join(' → ')}`);
    }
  }
}

function delayProfileReader(due: CivilDate): Reader<DelayProfile> {
  return (source) =>
    object(source, (f) => {
      const kind = f.need('kind', oneOf(['none', 'linear', 'fixed-date', 'fading']));
      if (kind === 'linear') return { kind, perWeek: f.need('perWeek', minorUnits) };
      if (kind === 'fixed-date') return { kind, date: lossDate(f, due), loss: f.need('loss', minorUnits) };
      if (kind === 'none') return { kind };
      return { kind, peak: f.need('peak', minorUnits), lostPerWeek: f.need('lostPerWeek', figureIn(0, 1)) };
    });
}

function lossDate(f: Fields, due: CivilDate): CivilDate {
  const lost = f.need('date', date);
  return lost < due ? refuse(f.at('date'), `may not lie before the due date, ${due}`) : lost;
}
