/** A source of figures in [0, 1) that follows from its seed alone. */
export type RandomSource = () => number;

/** Mulberry32: 32 bits of state, good enough to draw samples, never for secrets. */
export function randomFrom(seed: number): RandomSource {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
