import type { RouteName } from '../../contract/paths.ts';
import type { Handler } from '../http/handler.ts';
import { adoptKpis } from './adopt-kpis.ts';
import { readCandour } from './read-candour.ts';
import { readClientConfig } from './read-client-config.ts';
import { readKpi } from './read-kpi.ts';
import { readLedger } from './read-ledger.ts';
import { readMe } from './read-me.ts';
import { readPeople } from './read-people.ts';
import { readPortfolio } from './read-portfolio.ts';
import { readPrice } from './read-price.ts';
import { readPricing } from './read-pricing.ts';
import { readRecalibration } from './read-recalibration.ts';
import { readRecalibrations } from './read-recalibrations.ts';
import { readWaiting } from './read-waiting.ts';
import { readWorkbook } from './read-workbook.ts';
import { recordDecision } from './record-decision.ts';
import { saveMapping } from './save-mapping.ts';
import { submitCheckIns } from './submit-check-ins.ts';
import { verifyLedger } from './verify-ledger.ts';

/** Every route of the contract has exactly one handler; the compiler counts them. */
export const HANDLERS: { readonly [N in RouteName]: Handler<N> } = {
  readClientConfig,
  readMe,
  readPeople,
  readWaiting,
  readPortfolio,
  readKpi,
  readPrice,
  readPricing,
  readRecalibrations,
  readCandour,
  readRecalibration,
  recordDecision,
  adoptKpis,
  submitCheckIns,
  readWorkbook,
  saveMapping,
  readLedger,
  verifyLedger,
};
