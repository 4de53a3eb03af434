import type { Workbook } from '../model/workbook.ts';

const EXCEL_ON_THE_WEB = 16;

/** What office.js believes this Excel can do; it drives `isSetSupported`. */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.17',
  RichApiRuntime: '1.2',
  DelayForCellEdit: '1.1',
  Settings: '1.1',
  DocumentEvents: '1.1',
  DialogApi: '1.2',
  SharedRuntime: '1.2',
  IdentityAPI: '1.3',
  RibbonApi: '1.2',
};

/** The answer to office.js's first question; the library throws where one of these is absent (office-host.md 3.3). */
export function appContext(workbook: Workbook, controlId: string): Readonly<Record<string, unknown>> {
  return {
    _id: controlId,
    _appInstanceId: controlId,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: '16.01',
    _appMinorVersion: 1,
    _appUILocale: workbook.locale.name,
    _dataLocale: workbook.locale.name,
    _docUrl: `https://excel.sandbox.invalid/${encodeURIComponent(workbook.name)}`,
    _clientMode: 1,
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: controlId,
    _settings: [...workbook.documentSettings],
    _hostFullVersion: '16.0.0.0',
    _addinName: 'Lastmile',
    _appDomains: [],
    _requirementMatrix: JSON.stringify(REQUIREMENT_SETS),
  };
}
