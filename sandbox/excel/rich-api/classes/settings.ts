import type { Workbook } from '../../model/workbook.ts';
import type { Arguments } from '../arguments.ts';
import { itemNotFound } from '../host-error.ts';
import { remote, type Remote, type Targets } from '../remote.ts';
import type { WireClass } from '../wire-class.ts';

export const settingCollectionClass: WireClass<Workbook> = {
  items: (workbook) => [...workbook.settings.keys()].map((key) => remote('Setting', { key })),
  methods: {
    Add: (workbook, args) => {
      workbook.settings.set(args.text(0), args.raw(1) ?? null);
      workbook.emit({ kind: 'settings' });
      return remote('Setting', { key: args.text(0) });
    },
    GetCount: (workbook) => workbook.settings.size,
    GetItem: (workbook, args) => found(workbook, args) ?? fail(),
    GetItemOrNullObject: (workbook, args) => found(workbook, args),
  },
};

export const settingClass: WireClass<Targets['Setting']> = {
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    Key: { get: ({ key }) => key },
    _Id: { get: ({ key }) => key },
    Value: {
      get: ({ key }, { workbook }) => workbook.settings.get(key) ?? null,
      set: ({ key }, value, { workbook }) => {
        workbook.settings.set(key, value);
        workbook.emit({ kind: 'settings' });
      },
    },
  },
  methods: {
    Delete: ({ key }, _, { workbook }) => {
      workbook.settings.delete(key);
      workbook.emit({ kind: 'settings' });
    },
  },
};

function found(workbook: Workbook, args: Arguments): Remote | null {
  const key = args.text(0);
  return workbook.settings.has(key) ? remote('Setting', { key }) : null;
}

function fail(): never {
  throw itemNotFound();
}
