import { describe, expect, it } from 'vitest';
import { OBJECT_MODEL } from '../../../sandbox/excel/rich-api/object-model.ts';
import type { WireClass } from '../../../sandbox/excel/rich-api/wire-class.ts';
import { openExcel } from './excel-host.ts';

/** What the library says about its own classes. */
interface LibraryClass {
  readonly _scalarPropertyOriginalNames?: readonly string[];
  readonly _navigationPropertyNames?: readonly string[];
}

const { Excel } = openExcel();
const library = Excel as unknown as Readonly<
  Record<string, { readonly prototype: LibraryClass & Record<string, unknown> } | undefined>
>;
const classes = Object.entries(OBJECT_MODEL).filter(([name]) => name !== 'InternalService') as [
  string,
  WireClass<unknown>,
][];

describe('each simulated class against the real library', () => {
  it.each(classes)('%s has no member that office.js does not know', (name, wireClass) => {
    const prototype = library[name]?.prototype;
    expect(prototype).toBeDefined();
    const scalars = new Set(prototype?._scalarPropertyOriginalNames);
    const navigation = new Set((prototype?._navigationPropertyNames ?? []).map(pascal));
    const methods = new Set(Object.getOwnPropertyNames(prototype ?? {}).map(pascal));
    expect(Object.keys(wireClass.scalars ?? {}).filter((member) => !scalars.has(member))).toEqual([]);
    expect(Object.keys(wireClass.navigation ?? {}).filter((member) => !navigation.has(member))).toEqual([]);
    expect(Object.keys(wireClass.methods ?? {}).filter((member) => !methods.has(member))).toEqual([]);
  });
});

function pascal(name: string): string {
  return name.startsWith('_') ? name : name.slice(0, 1).toUpperCase() + name.slice(1);
}
