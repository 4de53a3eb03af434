import { defineConfig } from 'vitest/config';

const shared = { environment: 'node', env: { TZ: 'UTC' } } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/acceptance/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts', 'test/acceptance/**/*.test.ts'],
          // A browser is found, or installed where that is harmless, and the pages are built.
          globalSetup: ['test/support/browser-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // One Chromium and one sandbox at a time: two cores.
          fileParallelism: false,
          // After the others: a browser on busy cores is slow, and slow looks like broken.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
