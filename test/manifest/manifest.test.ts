import { describe, expect, it } from 'vitest';
import { buildPackage, zipPackage } from '../../manifest/build.ts';
import { manifestProblems } from '../../manifest/lint.ts';
import type { Package } from '../../manifest/rules.ts';
import { settingsFrom } from '../../manifest/settings.ts';
import { openZip } from '../../src/cli/read-workbook-zip.ts';

const ID = '22222222-2222-4222-8222-222222222222';
const SETTINGS = settingsFrom(
  { LASTMILE_ORIGIN: 'https://lastmile.example/', LASTMILE_CLIENT_ID: ID },
  '0.1.0',
);

/** Drawing the icons takes a moment: once is enough for what only looks. */
const BUILT = buildPackage(SETTINGS);

/** The package with one thing broken. */
function broken(change: (manifest: Package['manifest']) => void): readonly string[] {
  const manifest = structuredClone(BUILT.manifest);
  change(manifest);
  return manifestProblems({ ...BUILT, manifest });
}

describe('the package for Teams and Excel', () => {
  it('holds every rule', () => {
    expect(manifestProblems(BUILT)).toEqual([]);
  });

  it.each<[string, (manifest: Package['manifest']) => unknown, string]>([
    ['a version that is not n.n.n', (m) => (m.version = '1.0'), 'version 1.0 is not n.n.n'],
    ['an id that is no GUID', (m) => (m.id = 'lastmile'), 'id lastmile is no GUID'],
    [
      'a schema of another version',
      (m) => (m.manifestVersion = '1.24'),
      'the schema is not that of manifestVersion',
    ],
    [
      'a name that is too long',
      (m) => (m.name.short = 'x'.repeat(31)),
      'name.short has 31 of 1 to 30 characters',
    ],
    [
      'an unknown context',
      (m) => m.staticTabs[0]?.context.push('kitchen'),
      'there is no tab context kitchen',
    ],
    [
      'a tab that stands twice',
      (m) => m.staticTabs.push({ ...tabOf(m) }),
      'static tab lastmile stands twice',
    ],
    [
      'an icon outside the package',
      (m) => (m.icons.color = '../color.png'),
      'icon ../color.png is no path inside the package',
    ],
    [
      'an icon of the wrong size',
      (m) => (m.icons.color = 'outline.png'),
      'icon outline.png is no PNG of 192 × 192',
    ],
    [
      'an address elsewhere',
      (m) => (tabOf(m).websiteUrl = 'https://other.example/'),
      'https://other.example/ is not on https://lastmile.example',
    ],
    [
      'an address without https',
      (m) => (m.developer.websiteUrl = 'http://lastmile.example/'),
      'http://lastmile.example/ is not https',
    ],
    ['our host missing', (m) => (m.validDomains = []), 'validDomains lacks lastmile.example'],
    [
      'a domain with a scheme',
      (m) => m.validDomains.push('https://x.example'),
      'valid domain https://x.example is no bare host',
    ],
    [
      'a resource of another app',
      (m) => (m.webApplicationInfo.resource = 'api://x'),
      'webApplicationInfo.resource is not that of its id',
    ],
    [
      'a reserved activity',
      (m) => (activityOf(m).type = 'systemDefault'),
      'activity type systemDefault is reserved or too long',
    ],
    [
      'an action nobody has',
      (m) => (controlOf(m).actionId = 'Nothing'),
      'lastmileOpen calls Nothing, and no runtime has that action',
    ],
    [
      'an id that stands twice',
      (m) => (controlOf(m).id = 'lastmileGroup'),
      'group or control lastmileGroup stands twice',
    ],
    [
      'a ribbon icon nobody offers',
      (m) => controlOf(m).icons.push({ size: 20 as 16, url: 'https://lastmile.example/i.png' }),
      '/i.png is no PNG of 20 × 20 that the server offers',
    ],
  ])('names %s', (_what, change, problem) => {
    expect(broken(change)).toContain(problem);
  });

  it('is the same file each time, and opens', () => {
    const zip = zipPackage(BUILT);
    expect(zip.equals(zipPackage(buildPackage(SETTINGS)))).toBe(true);
    const opened = openZip(zip);
    expect(opened.ok && opened.value.names).toEqual(['manifest.json', 'color.png', 'outline.png']);
    const text = opened.ok ? opened.value.text('manifest.json') : opened;
    expect(text.ok && JSON.parse(text.value ?? '')).toEqual(BUILT.manifest);
  });
});

function tabOf({ staticTabs }: Package['manifest']) {
  return must(staticTabs[0]);
}

function activityOf({ activities }: Package['manifest']) {
  return must(activities.activityTypes[0]);
}

function controlOf({ extensions }: Package['manifest']) {
  return must(extensions[0]?.ribbons[0]?.tabs[0]?.groups[0]?.controls[0]);
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the manifest lacks it');
  return value;
}
