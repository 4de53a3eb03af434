import { setStyle } from '../../model/format-cells.ts';
import type { Area } from '../../model/address.ts';
import type { BorderLine, BorderSide } from '../../model/style.ts';
import { accessDenied, invalidArgument } from '../host-error.ts';
import { remote, type RangeTarget, type Targets } from '../remote.ts';
import type { Session } from '../session.ts';
import type { Scalar, WireClass } from '../wire-class.ts';
import { colorText } from './color.ts';

const SIDES: readonly BorderSide[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];

type BorderTarget = Targets['RangeBorder'];

export const rangeBorderCollectionClass: WireClass<RangeTarget> = {
  items: (range) => SIDES.map((side) => remote('RangeBorder', { ...range, side })),
  scalars: { Count: { get: () => SIDES.length } },
  methods: {
    GetItem: (range, args) => {
      const side = SIDES.find((s) => s === args.text(0));
      if (side === undefined) throw invalidArgument();
      return remote('RangeBorder', { ...range, side });
    },
    GetItemAt: (range, args) => {
      const side = SIDES[args.integer(0)];
      if (side === undefined) throw invalidArgument();
      return remote('RangeBorder', { ...range, side });
    },
  },
};

export const rangeBorderClass: WireClass<BorderTarget> = {
  identity: ({ side }) => ({ Id: side }),
  scalars: {
    SideIndex: { get: ({ side }) => side },
    Style: line('style', 'None'),
    Weight: line('weight', 'Thin'),
    Color: line('color', '#000000'),
  },
};

function line(key: keyof BorderLine, fallback: string): Scalar<BorderTarget> {
  return {
    get: ({ sheet, area, side }) => {
      const [row, column] = sampleCell(area, side);
      return sheet.style(row, column).borders[drawnSide(side)]?.[key] ?? fallback;
    },
    set: (target, value, session) => setLine(target, key, value, session),
  };
}

function setLine(target: BorderTarget, key: keyof BorderLine, value: unknown, { workbook }: Session): void {
  if (typeof value !== 'string') throw invalidArgument();
  const { sheet, side } = target;
  const area = edgeArea(target.area, side);
  if (area === undefined) return;
  const own = sheet.style(area.top, area.left).borders;
  const next = {
    ...own[drawnSide(side)],
    ...(key === 'style' ? {} : { style: own[drawnSide(side)]?.style ?? 'Continuous' }),
    [key]: key === 'color' ? colorText(value) : value,
  };
  if (!setStyle(workbook, { sheet, area }, { borders: { ...own, [drawnSide(side)]: next } }))
    throw accessDenied();
}

/** Inside lines are drawn as the right or lower edge of all cells but the last ones. */
function drawnSide(side: BorderSide): BorderSide {
  if (side === 'InsideVertical') return 'EdgeRight';
  return side === 'InsideHorizontal' ? 'EdgeBottom' : side;
}

function edgeArea(area: Area, side: BorderSide): Area | undefined {
  if (side === 'EdgeTop') return { ...area, bottom: area.top };
  if (side === 'EdgeBottom') return { ...area, top: area.bottom };
  if (side === 'EdgeLeft') return { ...area, right: area.left };
  if (side === 'EdgeRight') return { ...area, left: area.right };
  const inside =
    side === 'InsideVertical'
      ? { ...area, right: area.right - 1 }
      : side === 'InsideHorizontal'
        ? { ...area, bottom: area.bottom - 1 }
        : area;
  return inside.right < inside.left || inside.bottom < inside.top ? undefined : inside;
}

function sampleCell(area: Area, side: BorderSide): readonly [number, number] {
  const edge = edgeArea(area, side) ?? area;
  return [edge.top, edge.left];
}
