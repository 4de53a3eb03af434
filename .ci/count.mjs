// Prints "PASSED FAILED" of a vitest JSON report; a suite that could not be loaded counts as one failure.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const unloaded = report.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
).length;
console.log(report.numPassedTests, report.numFailedTests + unloaded);
