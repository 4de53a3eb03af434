import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run faults`: the whole campaign. Another seed or number: FAULT_SEED, FAULT_KILLS. */
export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '../..'),
    environment: 'node',
    env: {
      TZ: 'UTC',
      FAULT_KILLS: process.env['FAULT_KILLS'] ?? '200',
      FAULT_SEED: process.env['FAULT_SEED'] ?? '20261122',
    },
    include: ['test/faults/kills.test.ts'],
    reporters: ['verbose'],
  },
});
