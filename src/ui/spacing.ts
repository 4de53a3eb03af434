/** The 4 px grid and the widths at which a layout changes. SCREENS.md 3. */
export const SPACE = {
  xs: '4px',
  s: '8px',
  m: '12px',
  l: '16px',
  xl: '20px',
  xxl: '24px',
  section: '32px',
  page: '40px',
} as const;

/** Pixels of the surface, not of the screen: the tab may be a side panel. */
export const WIDTH = {
  oneColumn: 640,
  pages: 760,
  network: 900,
  columns: 1024,
  tables: 1120,
  content: 1280,
} as const;

/** "Text at most 46 em wide." */
export const MEASURE = '46em';
