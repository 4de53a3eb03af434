import { evaluate } from '../src/domain/evaluate.ts';
import { preparePricing } from '../src/domain/price-prepare.ts';
import { price } from '../src/domain/price.ts';
import { instantAt } from '../src/domain/zoned-time.ts';
import { type Row, medianMs } from './measure.ts';
import { plainNetwork, plainPass } from './plain-pass.ts';
import { day, factsOf, portfolioOf, ZONE } from './portfolio.ts';

const TODAY = 75;
const ROUNDS = 5;
/** Small works are done this often in one round, so that a clock can see them. */
const TIMES = 100;

/** The rules on a large network, beside one pass over bare numbers. */
export async function network(count: number): Promise<readonly Row[]> {
  const portfolio = portfolioOf(count);
  const facts = factsOf(portfolio, TODAY);
  const asOf = instantAt(day(TODAY), 720, ZONE);
  const evaluation = evaluate(facts, asOf);
  const prepared = preparePricing(portfolio, evaluation);
  const plain = plainNetwork(portfolio);
  const slip = new Float64Array(count);
  const beside = (await medianMs(ROUNDS, () => repeat(() => plainPass(plain, slip)))) / TIMES;
  const besideWhat = 'one topological pass in typed arrays';
  const size = count.toLocaleString('en-US');
  const middle = `K${count >> 1}`;
  return [
    {
      what: `price of one KPI, ${size} KPIs`,
      ours: (await medianMs(ROUNDS, () => repeat(() => price(prepared, middle, 14)))) / TIMES,
      beside,
      besideWhat,
      unit: 'ms',
    },
    {
      what: `preparing prices, ${size} KPIs`,
      ours: await medianMs(ROUNDS, () => preparePricing(portfolio, evaluation)),
      beside,
      besideWhat,
      unit: 'ms',
    },
    {
      what: `evaluate(), ${size} KPIs, ${facts.checkIns.count.toLocaleString('en-US')} check-ins`,
      ours: await medianMs(ROUNDS, () => evaluate(facts, asOf)),
      beside,
      besideWhat,
      unit: 'ms',
    },
  ];
}

function repeat(work: () => unknown): void {
  for (let time = 0; time < TIMES; time += 1) work();
}
