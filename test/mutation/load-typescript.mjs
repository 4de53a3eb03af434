// Module hooks for mutation runs: TypeScript becomes JavaScript when it is loaded (Node 20 cannot do that by itself), and the
// tests get our small stand-ins for vitest and fast-check, which load once and run many times in one process.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'rolldown/utils';

const STAND_INS = new Map([
  ['vitest', new URL('./vitest-stand-in.mjs', import.meta.url).href],
  ['fast-check', new URL('./fast-check-stand-in.mjs', import.meta.url).href],
]);

/** Tests that import `vitest` or `fast-check` get the stand-in; the stand-ins themselves get the real thing. */
export function resolve(specifier, context, next) {
  const url = STAND_INS.get(specifier);
  if (url === undefined || context.parentURL?.endsWith('-stand-in.mjs')) return next(specifier, context);
  return { url, shortCircuit: true };
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const path = fileURLToPath(url);
  const { code, errors } = await transform(path, await readFile(path, 'utf8'), {
    lang: 'ts',
    tsconfig: false,
  });
  if (errors.length > 0) throw new Error(`${path}: ${String(errors[0])}`);
  return { format: 'module', source: code, shortCircuit: true };
}
