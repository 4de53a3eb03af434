// A test runner for Stryker that loads the tests of the rules once and runs, for each mutant, only those that reach it: cheapest
// first, until one fails. Stryker itself makes the mutants, ends runs that hang, remembers results and reports.
// Why not its own runner for vitest: two seconds a mutant against a fraction of one here (docs/decisions/mutation-testing.md).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { PluginKind, commonTokens, declareClassPlugin, tokens } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { noteCaches } from './resettable-caches.mjs';
import { collect, collected } from './vitest-stand-in.mjs';

const CURRENT_TEST = 'lastmileCurrentTest';
const TESTS = 'test/domain';
/** What the first run of all tests measured, for the processes that come after it. */
const FIRST_RUN = 'first-run.json';
/** Slower tests (simulations) are left out: each mutant that survives would run them. */
const SLOWEST_TEST_MS = 300;
/** A mutant visited this much more often than in the first run of the same test is in an endless loop. */
const visitsAllowed = (visits) => 20 * visits + 5000;
const timeAllowed = (usualMs) => 500 + 10 * usualMs;
const MICROSECONDS = 1000;

const state = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

class InProcessRunner {
  static inject = tokens(commonTokens.logger);
  #log;
  #forget;
  #firstRun;

  constructor(log) {
    this.#log = log;
  }

  /** Modules cannot be loaded twice in one process: Stryker starts a new one where it must. */
  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    process.env.TZ = 'UTC';
    register('./load-typescript.mjs', import.meta.url);
  }

  /** Runs everything, noting which mutants each test reaches and how long it takes. */
  async dryRun({ testFiles }) {
    const wanted = testFiles?.map((file) => relative(process.cwd(), file)) ?? allTestFiles();
    const files = await this.#loadWhatLoads(wanted);
    const results = [];
    for (const test of collected) {
      this.#forget();
      state.currentTestId = test.id;
      results.push(await run(test));
    }
    state.currentTestId = undefined;
    const kept = results.filter((result) => this.#isUsable(result));
    const times = Object.fromEntries(kept.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    writeFileSync(FIRST_RUN, JSON.stringify({ files, times, visits: state.mutantCoverage?.perTest ?? {} }));
    return { ...completed(kept), mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant: { id }, mutantActivation, testFilter }) {
    this.#firstRun ??= JSON.parse(readFileSync(FIRST_RUN, 'utf8'));
    if (mutantActivation === 'static') state.activeMutant = id;
    try {
      this.#forget ??= await noteCaches(() => loadAll(this.#firstRun.files));
    } catch (error) {
      return toMutantRunResult(
        completed([{ ...failure(error), id: 'loading', name: 'loading', timeSpentMs: 0 }]),
      );
    }
    state.activeMutant = id;
    const result = await this.#runUntilFailure(id, testFilter);
    state.activeMutant = undefined;
    return toMutantRunResult(result);
  }

  /** Somebody may be in the middle of a change: a test file that does not load is left out, loudly. */
  async #loadWhatLoads(files) {
    const loaded = [];
    this.#forget = await noteCaches(async () => {
      for (const file of files) {
        try {
          await loadAll([file]);
          loaded.push(file);
        } catch (error) {
          this.#leaveOut(file, `it does not load: ${String(error)}`);
        }
      }
    });
    return loaded;
  }

  async #runUntilFailure(mutant, testFilter) {
    const { times, visits } = this.#firstRun;
    const results = [];
    for (const test of inOrder(times, testFilter)) {
      this.#forget();
      Object.assign(state, { hitCount: 0, hitLimit: visitsAllowed(visits[test.id]?.[mutant] ?? 0) });
      const result = await run(test, timeAllowed(times[test.id]));
      results.push(result);
      const endless = determineHitLimitReached(state.hitCount, state.hitLimit) ?? result.endless;
      if (endless !== undefined) return endless;
      if (result.status === TestStatus.Failed) break;
    }
    return completed(results);
  }

  /** Fewer tests can only let more mutants survive, so what is left out never flatters the score. */
  #isUsable({ id, status, timeSpentMs }) {
    if (status === TestStatus.Failed) return this.#leaveOut(id, 'it fails without any mutant');
    if (timeSpentMs > SLOWEST_TEST_MS) return this.#leaveOut(id, 'it is too slow to run for each mutant');
    return true;
  }

  #leaveOut(what, why) {
    this.#log.warn(`Left out, ${why}: ${what}`);
    delete state.mutantCoverage?.perTest[what];
    return false;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];

function inOrder(times, testFilter) {
  const wanted = testFilter === undefined ? undefined : new Set(testFilter);
  return collected
    .filter(({ id }) => id in times && (wanted === undefined || wanted.has(id)))
    .toSorted((a, b) => times[a.id] - times[b.id]);
}

async function loadAll(files) {
  for (const file of files) await collect(file, () => import(pathToFileURL(resolve(file)).href));
}

function allTestFiles() {
  return readdirSync(TESTS, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(TESTS, name))
    .toSorted();
}

/** Times are processor time: the machine is shared. */
async function run({ id, file, run: body }, limitMs) {
  const before = process.cpuUsage();
  const outcome = await outcomeOf(body, limitMs);
  return { id, name: id, fileName: resolve(file), timeSpentMs: millisecondsSince(before), ...outcome };
}

function millisecondsSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MICROSECONDS;
}

async function outcomeOf(body, limitMs) {
  try {
    await withinTime(body, limitMs);
    return { status: TestStatus.Success };
  } catch (error) {
    if (!isEndless(error)) return failure(error);
    return { ...failure(error), endless: { status: DryRunStatus.Timeout, reason: error.message } };
  }
}

/**
 * Ends an endless test without ending the process. The limit counts processor time: on a busy machine a test that got too
 * little of it is run again with a longer limit, so that slow never looks like endless.
 */
async function withinTime(body, limitMs) {
  if (limitMs === undefined) return body();
  const before = process.cpuUsage();
  try {
    globalThis[CURRENT_TEST] = body;
    return await runInThisContext(`${CURRENT_TEST}()`, { timeout: Math.ceil(limitMs) });
  } catch (error) {
    if (!isEndless(error) || millisecondsSince(before) >= limitMs / 2) throw error;
    return withinTime(body, 2 * limitMs);
  }
}

function isEndless(error) {
  return error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

function completed(tests) {
  return { status: DryRunStatus.Complete, tests };
}

function failure(error) {
  return {
    status: TestStatus.Failed,
    failureMessage: error instanceof Error ? error.message : String(error),
  };
}
