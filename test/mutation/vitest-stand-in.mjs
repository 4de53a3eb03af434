// The part of vitest our tests of the rules use, collecting instead of running: vitest loads every module again for each run,
// which is right for tests and costs two seconds a mutant.
import { format } from 'node:util';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend, chai } from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const { expect } = chai;

/** Every test found so far, in order: id (unique), file and what it runs. */
export const collected = [];

const path = [];

/** Collects what `importTests` defines under the name of its file. */
export async function collect(file, importTests) {
  path.splice(0, path.length, file);
  await importTests();
}

export const describe = withVariants((title, body) => {
  path.push(title);
  body();
  path.pop();
});

export const it = withVariants((title, body) => {
  const wanted = [...path, title].join(' > ');
  const twins = collected.filter(({ id }) => id === wanted || id.startsWith(`${wanted} #`)).length;
  const id = twins === 0 ? wanted : `${wanted} #${twins + 1}`;
  collected.push({ id, file: path[0], run: body });
});

export const test = it;

function withVariants(define) {
  const plain = withEach((title, ...rest) =>
    define(
      title,
      rest.find((part) => typeof part === 'function'),
    ),
  );
  const skip = withEach(() => {});
  return Object.assign(plain, {
    skip,
    skipIf: (absent) => (absent ? skip : plain),
    runIf: (present) => (present ? plain : skip),
  });
}

function withEach(define) {
  const each = (rows) => (title, body) => {
    for (const row of rows) {
      const cells = Array.isArray(row) ? row : [row];
      define(titleOf(title, cells), () => body(...cells));
    }
  };
  return Object.assign(define, { each });
}

function titleOf(title, cells) {
  const [first] = cells;
  const named = title.replaceAll(/\$([\w.]+)/g, (_, name) =>
    String(name.split('.').reduce((at, key) => at?.[key], first)),
  );
  return named.includes('%') ? format(named, ...cells.slice(0, named.split(/%[sdifjoO]/).length - 1)) : named;
}
