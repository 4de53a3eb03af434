import type { Layout } from './layout.ts';
import { LAYOUTS_BY_LANGUAGE } from './layouts-by-language.ts';
import { LAYOUTS_BY_SHAPE } from './layouts-by-shape.ts';

/** Every sheet that the detector must read right. */
export const LAYOUTS: readonly Layout[] = [...LAYOUTS_BY_LANGUAGE, ...LAYOUTS_BY_SHAPE];
