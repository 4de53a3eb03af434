import { RIBBON_SIZES, ribbonIcon } from './manifest.ts';
import { encodePng, type Picture } from './png.ts';

/** Samples a pixel and side, so that edges are smooth. */
const SAMPLES = 4;
const INDIGO = [0x5b, 0x5f, 0xc7] as const;
const WHITE = [0xff, 0xff, 0xff] as const;
/** The line of the favicon: a path that dips, climbs, dips and arrives. In sixteenths of the picture. */
const LINE = [
  [3, 12.5],
  [8, 8],
  [10, 9.5],
  [13.5, 4.5],
] as const;

/** The two pictures inside the package (platform C3): 192 px in colour, 32 px in white on nothing. */
export function packageIcons(): ReadonlyMap<string, Buffer> {
  return new Map([
    ['color.png', encodePng(draw(192, { tile: true, corner: 0, stroke: 1.7 }))],
    ['outline.png', encodePng(draw(32, { tile: false, corner: 0, stroke: 2 }))],
  ]);
}

/** The pictures the server offers to Excel's ribbon, by path. */
export function ribbonIcons(): ReadonlyMap<string, Buffer> {
  const picture = (size: number) => encodePng(draw(size, { tile: true, corner: 3, stroke: 1.8 }));
  return new Map(RIBBON_SIZES.map((size) => [ribbonIcon(size), picture(size)]));
}

interface Look {
  readonly tile: boolean;
  /** In sixteenths of the picture. */
  readonly corner: number;
  readonly stroke: number;
}

function draw(size: number, look: Look): Picture {
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      pixels.set(
        pixelAt(look, { x: (x * 16) / size, y: (y * 16) / size, step: 16 / size }),
        (y * size + x) * 4,
      );
    }
  }
  return { size, pixels };
}

function pixelAt(
  look: Look,
  at: { readonly x: number; readonly y: number; readonly step: number },
): number[] {
  let [line, tile] = [0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = at.x + (((sample % SAMPLES) + 0.5) / SAMPLES) * at.step;
    const y = at.y + ((Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * at.step;
    if (onLine(x, y, look.stroke)) line += 1;
    else if (look.tile && onTile(x, y, look.corner)) tile += 1;
  }
  const covered = line + tile;
  if (covered === 0) return [0xff, 0xff, 0xff, 0];
  const channel = (index: 0 | 1 | 2) => Math.round((line * WHITE[index] + tile * INDIGO[index]) / covered);
  return [channel(0), channel(1), channel(2), Math.round((255 * covered) / SAMPLES ** 2)];
}

function onLine(x: number, y: number, stroke: number): boolean {
  return LINE.slice(1).some((end, index) => distance([x, y], LINE[index] ?? end, end) <= stroke / 2);
}

type Point = readonly [number, number];

/** From a point to a segment. */
function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

function onTile(x: number, y: number, corner: number): boolean {
  const dx = Math.max(corner - x, x - (16 - corner), 0);
  const dy = Math.max(corner - y, y - (16 - corner), 0);
  return Math.hypot(dx, dy) <= corner || (dx === 0 && dy === 0);
}
