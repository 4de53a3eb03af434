// Mutation testing of the rules: `npm run mutate`, or one part: `npm run mutate -- --mutate 'src/domain/price*.ts'`.
// How it works and how to read it: docs/decisions/mutation-testing.md.
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/domain/**/*.ts'],
  testRunner: 'in-process',
  plugins: ['./test/mutation/in-process-runner.mjs'],
  coverageAnalysis: 'perTest',
  // One process: the machine is shared, and a second would slow both into false timeouts.
  concurrency: 1,
  // The runner ends endless loops itself; Stryker's own clock is the last resort.
  timeoutMS: 60_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: '.out/mutation.json' },
  // What the tests of the rules do not read.
  ignorePatterns: [
    '.*',
    'dist',
    'docs',
    'bench',
    'manifest',
    'sandbox',
    'src/api',
    'src/tab',
    'src/ui',
    'src/excel-addin',
  ],
  // Stryker rewrites tsconfig.json with TypeScript's old JavaScript API, which TypeScript 7 no longer has.
  tsconfigFile: 'none',
  tempDirName: '.out/stryker',
  incremental: true,
  incrementalFile: '.out/stryker-incremental.json',
};
