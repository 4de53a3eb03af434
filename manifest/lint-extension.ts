import { pngSize } from './png.ts';
import { doubles, type Package, unless } from './rules.ts';

const RIBBON_SIZES: ReadonlySet<number> = new Set([16, 20, 24, 32, 40, 48, 64, 80]);

/** The Excel part: ids, actions and pictures fit together. */
export function extensionProblems({ manifest, hosted }: Package): readonly string[] {
  const { extensions } = manifest;
  const runtimes = extensions.flatMap((extension) => extension.runtimes);
  const actions = runtimes.flatMap((runtime) => runtime.actions.map(({ id }) => id));
  const groups = extensions.flatMap(({ ribbons }) =>
    ribbons.flatMap(({ tabs }) => tabs.flatMap((tab) => tab.groups)),
  );
  const controls = groups.flatMap((group) => group.controls);
  const ids = [...groups, ...controls].map(({ id }) => id);
  const icons = [...groups, ...controls].flatMap((one) => one.icons);
  return [
    ...unless(extensions.length === 1, 'a package has one extension'),
    ...unless(
      extensions.every(({ requirements }) => requirements.scopes.join() === 'workbook'),
      'the extension is for workbooks alone',
    ),
    ...doubles(
      'runtime',
      runtimes.map(({ id }) => id),
    ),
    ...doubles('action', actions),
    ...doubles('group or control', ids),
    ...ids.flatMap((id) => unless(id.length <= 64, `id ${id} is longer than 64 characters`)),
    ...controls.flatMap(({ id, actionId }) =>
      unless(actions.includes(actionId), `${id} calls ${actionId}, and no runtime has that action`),
    ),
    ...icons.flatMap((icon) => ribbonIconProblems(icon, hosted)),
  ];
}

function ribbonIconProblems(
  { size, url }: { readonly size: number; readonly url: string },
  hosted: Package['hosted'],
): readonly string[] {
  const { pathname } = new URL(url);
  const picture = hosted.get(pathname);
  const found = picture && pngSize(picture);
  return [
    ...unless(RIBBON_SIZES.has(size), `Excel has no ribbon icon of ${size} px`),
    ...unless(
      found?.width === size && found.height === size,
      `${pathname} is no PNG of ${size} × ${size} that the server offers`,
    ),
  ];
}
