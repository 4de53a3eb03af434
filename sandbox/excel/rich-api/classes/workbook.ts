import { isA, remote } from '../remote.ts';
import { notImplemented } from '../host-error.ts';
import { cellArea } from '../../model/area.ts';
import type { Workbook } from '../../model/workbook.ts';
import { ignored, type WireClass } from '../wire-class.ts';

export const workbookClass: WireClass<Workbook> = {
  scalars: {
    Name: { get: (workbook) => workbook.name },
    ReadOnly: { get: () => false },
    IsDirty: { get: () => true, set: ignored },
    AutoSave: { get: () => true },
    PreviouslySaved: { get: () => true },
    UsePrecisionAsDisplayed: { get: () => false },
  },
  navigation: {
    Worksheets: (workbook) => remote('WorksheetCollection', workbook),
    Tables: () => remote('TableCollection', null),
    Names: (workbook) => remote('NamedItemCollection', workbook),
    Settings: (workbook) => remote('SettingCollection', workbook),
    Application: (workbook) => remote('Application', workbook),
    Protection: (workbook) => remote('WorkbookProtection', workbook),
    _Runtime: (workbook) => remote('Runtime', workbook),
  },
  methods: {
    GetSelectedRange: (workbook) => remote('Range', workbook.selection),
    GetActiveCell: ({ selection: { sheet, area } }) =>
      remote('Range', { sheet, area: cellArea(area.top, area.left) }),
    Save: ignored,
    _RemoveReference: (_, args, session) => session.forget(args.text(0)),
    _RemoveAllReferences: (_, __, session) => session.forgetAll(),
    _GetReferenceCount: (_, __, session) => session.referenceCount,
    _GetObjectByReferenceId: (_, args, session) => session.reference(args.text(0)),
    _GetRangeForEventByReferenceId: (_, args, session) => rangeOfEvent(session.eventReference(args.text(0))),
    _GetRangeOrNullObjectForEventByReferenceId: (_, args, session) =>
      rangeOfEvent(session.eventReference(args.text(0))),
    _SetOsfControlContainerReadyForCustomFunctions: ignored,
    _RegisterActivatedEvent: ignored,
    _UnregisterActivatedEvent: ignored,
  },
};

function rangeOfEvent(object: unknown): unknown {
  if (!isA(object, 'Range')) throw notImplemented('An event without a range');
  return object;
}

export const runtimeClass: WireClass<Workbook> = {
  scalars: { EnableEvents: { get: () => true, set: ignored } },
};

export const workbookProtectionClass: WireClass<Workbook> = {
  scalars: { Protected: { get: () => false } },
};
