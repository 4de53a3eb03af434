import { parseAddress, qualifiedText, type Area } from '../../model/address.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { DefinedName, Workbook } from '../../model/workbook.ts';
import type { Arguments } from '../arguments.ts';
import { alreadyExists, invalidArgument, itemNotFound } from '../host-error.ts';
import { isA, remote, type Remote } from '../remote.ts';
import type { WireClass } from '../wire-class.ts';

export const namedItemCollectionClass: WireClass<Workbook> = {
  items: (workbook) => workbook.names.map((name) => remote('NamedItem', name)),
  methods: {
    Add: (workbook, args) => add(workbook, args),
    GetCount: (workbook) => workbook.names.length,
    GetItem: (workbook, args) => found(workbook, args) ?? fail(),
    GetItemOrNullObject: (workbook, args) => found(workbook, args),
  },
};

export const namedItemClass: WireClass<DefinedName> = {
  identity: ({ name }) => ({ Id: name }),
  scalars: {
    Name: { get: ({ name }) => name },
    _Id: { get: ({ name }) => name },
    Type: { get: ({ formula }) => (parseAddress(formula) === undefined ? 'String' : 'Range') },
    Value: { get: ({ formula }) => formula.replace(/^=/u, '') },
    Formula: { get: ({ formula }) => formula, set: (item, value) => void (item.formula = formulaOf(value)) },
    Comment: { get: ({ comment }) => comment, set: (item, value) => void (item.comment = String(value)) },
    Visible: { get: ({ visible }) => visible, set: (item, value) => void (item.visible = value === true) },
    Scope: { get: () => 'Workbook' },
  },
  methods: {
    Delete: (item, _, { workbook }) => void (workbook.names = workbook.names.filter((name) => name !== item)),
    GetRange: (item, _, { workbook }) => rangeOf(workbook, item) ?? fail(),
    GetRangeOrNullObject: (item, _, { workbook }) => rangeOf(workbook, item),
  },
};

function add(workbook: Workbook, args: Arguments): Remote {
  const name = args.text(0);
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || parseAddress(name) !== undefined)
    throw invalidArgument();
  if (workbook.names.some((n) => n.name.toLowerCase() === name.toLowerCase())) throw alreadyExists();
  const target = args.raw(1);
  const formula = isA(target, 'Range')
    ? absolute(target.target.sheet, target.target.area)
    : formulaOf(target);
  const item = { name, formula, comment: args.given(2) ? args.text(2) : '', visible: true };
  workbook.names.push(item);
  return remote('NamedItem', item);
}

function formulaOf(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('=')) throw invalidArgument();
  return value;
}

function absolute(sheet: Sheet, area: Area): string {
  const [prefix, cells] = splitAt(qualifiedText(sheet.name, area));
  return `=${prefix}!${cells.replaceAll(/([A-Z]+)(\d+)/gu, '$$$1$$$2')}`;
}

function splitAt(text: string): readonly [string, string] {
  const bang = text.lastIndexOf('!');
  return [text.slice(0, bang), text.slice(bang + 1)];
}

function rangeOf(workbook: Workbook, item: DefinedName): Remote | null {
  const address = parseAddress(item.formula);
  const sheet = address?.sheet === undefined ? undefined : workbook.sheetNamed(address.sheet);
  return address === undefined || sheet === undefined ? null : remote('Range', { sheet, area: address.area });
}

function found(workbook: Workbook, args: Arguments): Remote | null {
  const key = args.text(0).toLowerCase();
  const item = workbook.names.find((name) => name.name.toLowerCase() === key);
  return item === undefined ? null : remote('NamedItem', item);
}

function fail(): never {
  throw itemNotFound();
}
