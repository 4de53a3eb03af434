import type { Workbook } from '../../model/workbook.ts';
import { remote } from '../remote.ts';
import { ignored, type WireClass } from '../wire-class.ts';

export const applicationClass: WireClass<Workbook> = {
  scalars: {
    CalculationMode: { get: () => 'Automatic', set: ignored },
    CalculationState: { get: () => 'Done' },
    CalculationEngineVersion: { get: () => 191_029 },
    DecimalSeparator: { get: (workbook) => workbook.locale.decimal },
    ThousandsSeparator: { get: (workbook) => workbook.locale.group },
    UseSystemSeparators: { get: () => true },
  },
  navigation: { CultureInfo: (workbook) => remote('CultureInfo', workbook) },
  methods: {
    Calculate: ignored,
    SuspendApiCalculationUntilNextSync: ignored,
    SuspendScreenUpdatingUntilNextSync: ignored,
  },
};

export const cultureInfoClass: WireClass<Workbook> = {
  scalars: { Name: { get: (workbook) => workbook.locale.name } },
  navigation: {
    NumberFormat: (workbook) => remote('NumberFormatInfo', workbook),
    DatetimeFormat: (workbook) => remote('DatetimeFormatInfo', workbook),
  },
};

export const numberFormatInfoClass: WireClass<Workbook> = {
  scalars: {
    NumberDecimalSeparator: { get: (workbook) => workbook.locale.decimal },
    NumberGroupSeparator: { get: (workbook) => workbook.locale.group },
  },
};

export const datetimeFormatInfoClass: WireClass<Workbook> = {
  scalars: {
    DateSeparator: { get: (workbook) => workbook.locale.dateSeparator },
    ShortDatePattern: { get: (workbook) => workbook.locale.shortDate.replaceAll('m', 'M') },
    LongDatePattern: { get: (workbook) => workbook.locale.longDate.replaceAll('m', 'M') },
    TimeSeparator: { get: () => ':' },
    LongTimePattern: { get: ({ locale }) => (locale.name === 'en-US' ? 'h:mm:ss AM/PM' : 'HH:mm:ss') },
  },
};
