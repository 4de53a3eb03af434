import type { AdoptionRow } from '../../contract/adoption.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Initiative, Kpi, Objective, Person } from '../../domain/portfolio.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { findOwner } from '../adoption/find-owner.ts';
import { folded } from '../adoption/folded.ts';
import type { LedgerEvent } from '../ledger/ledger-event.ts';
import { judge } from './adopt-rows.ts';
import type { GoalRow } from './goal-rows.ts';
import { stableId } from './stable-id.ts';

/** What became of one row. */
export interface GoalOutcome {
  readonly row: number;
  readonly title: string;
  readonly outcome: 'created' | 'known' | 'refused';
  /** What it is here, what was filled in, or why not. */
  readonly says: string;
}

export interface GoalPlan {
  readonly outcomes: readonly GoalOutcome[];
  readonly events: readonly LedgerEvent[];
}

/** Where a row hangs: an objective, or an initiative of one. */
interface Placed {
  readonly objective: Objective;
  readonly initiative?: Initiative;
}

interface Carrier {
  readonly id: string;
  readonly name: string;
  readonly owner: Pick<Person, 'id' | 'function'>;
  readonly team: string;
}

/** Nobody says it in a goal list; the middle, until somebody does. */
const MIDDLING = { impact: 3, likelihood: 3 } as const;

/**
 * A goal list as set-up: objectives, the initiatives that carry them, key results as KPIs by the rules of adoption. A
 * row that cannot be mapped is refused with its reason, and so is what hangs on it; the same list again changes nothing.
 * A key result that hangs directly on an objective gets an initiative of that objective: every KPI measures one.
 */
export function planGoals(
  facts: Facts,
  rows: readonly GoalRow[],
  { tenant, now }: { readonly tenant: string; readonly now: Instant },
): GoalPlan {
  const plan = new Plan(facts, tenant, now);
  let waiting = rows;
  for (;;) {
    const left = waiting.filter((row) => !plan.take(row));
    if (left.length === waiting.length) break;
    waiting = left;
  }
  for (const row of waiting)
    plan.refuse(row, `“${row.parent}” is not among the rows that could be taken (unknown-parent).`);
  return plan.result();
}

class Plan {
  #facts: Facts;
  readonly #tenant: string;
  readonly #now: Instant;
  readonly #events: LedgerEvent[] = [];
  readonly #outcomes: GoalOutcome[] = [];
  readonly #placed = new Map<string, Placed>();

  constructor(facts: Facts, tenant: string, now: Instant) {
    this.#facts = facts;
    this.#tenant = tenant;
    this.#now = now;
    for (const objective of facts.portfolio.objectives)
      this.#name([objective.id, objective.name], { objective });
  }

  result(): GoalPlan {
    return { outcomes: this.#outcomes.toSorted((a, b) => a.row - b.row), events: this.#events };
  }

  /** False: what it hangs on is not there yet. */
  take(row: GoalRow): boolean {
    const parent = row.parent === '' ? undefined : this.#placed.get(folded(row.parent));
    if (row.parent !== '' && !parent) return false;
    const [problem] = row.problems;
    if (problem) return this.refuse(row, `${problem.message} (${problem.code})`);
    if (row.kind !== 'objective' && !parent) return this.refuse(row, 'It hangs on no objective (no-parent).');
    const owner = findOwner(this.#facts.portfolio.people, row.owner === '' ? {} : { owner: row.owner });
    if (!owner.ok) return this.refuse(row, `${owner.error.message} (${owner.error.rule})`);
    if (row.kind === 'objective') return this.#objective(row, owner.value, parent);
    if (!parent) return false;
    return row.kind === 'initiative'
      ? this.#initiative(row, owner.value, parent)
      : this.#keyResult(row, parent);
  }

  refuse(row: GoalRow, says: string): true {
    return this.#tell(row, 'refused', says);
  }

  #objective(row: GoalRow, { id: owner }: Person, parent: Placed | undefined): true {
    if (row.due === undefined)
      return this.refuse(row, 'There is no end date and no time period we can read (no-due).');
    const objective: Objective = {
      id: this.#idOf('objective', row),
      ...(parent ? { parent: parent.objective.id } : {}),
      name: row.title.slice(0, 200),
      owner,
      due: row.due,
      delayProfile: { kind: 'none' },
    };
    const known = this.#facts.portfolio.objectives.find(({ id }) => id === objective.id);
    this.#name([row.reference, row.title], { objective: known ?? objective });
    if (known) return this.#tell(row, 'known', 'objective');
    this.#add({ type: 'objective-added', v: 1, data: { objective } });
    return this.#tell(row, 'created', 'objective; a delay has no price yet');
  }

  #initiative(row: GoalRow, owner: Person, { objective }: Placed): true {
    const given = { id: this.#idOf('initiative', row), name: row.title.slice(0, 200), owner, team: row.team };
    const initiative = this.#initiativeOf(objective, given);
    this.#name([row.reference, row.title], { objective, initiative });
    return this.#addInitiative(initiative)
      ? this.#tell(
          row,
          'created',
          'initiative; it cannot start without a KPI, risk 3 × 3 until somebody says',
        )
      : this.#tell(row, 'known', 'initiative');
  }

  #keyResult(row: GoalRow, { objective, initiative }: Placed): true {
    const owner = this.#facts.portfolio.people.find(({ id }) => id === objective.owner);
    const carrier =
      initiative ??
      this.#initiativeOf(objective, {
        id: stableId(this.#tenant, 'carrier', objective.id),
        name: objective.name,
        owner: owner ?? { id: objective.owner },
        team: row.team,
      });
    const rows = [rowOf(row, this.#idOf('key-result', row))];
    const [judged] = judge({ facts: this.#facts, now: this.#now }, { initiative: carrier.id, rows });
    if (!judged || judged.kind === 'refused') {
      const faults = judged?.errors.map(({ message, rule }) => `${message} (${rule})`) ?? [];
      return this.refuse(row, faults.join(' '));
    }
    this.#name([row.reference, row.title], { objective, initiative: carrier });
    if (judged.kind === 'linked') return this.#tell(row, 'known', 'KPI');
    // Only now: a refused row leaves no initiative behind.
    this.#addInitiative(carrier);
    this.#add({ type: 'kpi-adopted', v: 1, data: { kpi: judged.kpi, row: judged.row.id } });
    return this.#tell(row, 'created', ['KPI', judged.hint].filter(Boolean).join('. '));
  }

  /** The known one, or one that is still to be added. */
  #initiativeOf(objective: Objective, { id, name, owner, team }: Carrier): Initiative {
    const room = team || owner.function || 'Not named';
    const known = this.#facts.portfolio.initiatives.find((one) => one.id === id);
    return known ?? { id, objective: objective.id, name, owner: owner.id, function: room, risk: MIDDLING };
  }

  /** False: it is here already. */
  #addInitiative(initiative: Initiative): boolean {
    if (this.#facts.portfolio.initiatives.some(({ id }) => id === initiative.id)) return false;
    this.#add({ type: 'initiative-added', v: 1, data: { initiative } });
    return true;
  }

  #idOf(kind: string, { reference, title, owner }: GoalRow): string {
    const name = reference === '' ? ['', folded(title), folded(owner)] : [folded(reference)];
    return stableId(this.#tenant, kind, ...name);
  }

  #name(names: readonly string[], placed: Placed): void {
    for (const name of names)
      if (name !== '' && !this.#placed.has(folded(name))) this.#placed.set(folded(name), placed);
  }

  #add(event: Extract<LedgerEvent, { type: 'objective-added' | 'initiative-added' | 'kpi-adopted' }>): void {
    this.#events.push(event);
    const { portfolio } = this.#facts;
    const objectives = event.type === 'objective-added' ? [event.data.objective] : [];
    const initiatives = event.type === 'initiative-added' ? [event.data.initiative] : [];
    const kpis: Kpi[] = event.type === 'kpi-adopted' ? [event.data.kpi] : [];
    this.#facts = {
      ...this.#facts,
      portfolio: {
        ...portfolio,
        objectives: [...portfolio.objectives, ...objectives],
        initiatives: [...portfolio.initiatives, ...initiatives],
        kpis: [...portfolio.kpis, ...kpis],
      },
    };
  }

  #tell({ row, title }: GoalRow, outcome: GoalOutcome['outcome'], says: string): true {
    this.#outcomes.push({ row, title, outcome, says });
    return true;
  }
}

function rowOf({ row, title, owner, unit, start, due, baseline, target }: GoalRow, id: string): AdoptionRow {
  const given = Object.entries({ start, due, baseline, target }).filter(([, value]) => value !== undefined);
  return {
    ref: String(row),
    id,
    name: title.slice(0, 200),
    owner: owner.slice(0, 200),
    ...(unit === '' ? {} : { unit: unit.slice(0, 40) }),
    ...Object.fromEntries(given),
  };
}
