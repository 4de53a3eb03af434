import type { Manifest } from './manifest.ts';
import { extensionProblems } from './lint-extension.ts';
import { pngSize } from './png.ts';
import { doubles, type Package, unless } from './rules.ts';

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const CONTEXTS: ReadonlySet<string> = new Set([
  'personalTab',
  'channelTab',
  'privateChatTab',
  'meetingChatTab',
  'meetingDetailsTab',
  'meetingSidePanel',
  'meetingStage',
]);
const ICON_SIZES = { color: 192, outline: 32 } as const;

/**
 * What Microsoft's schema does not check, and the limits of schema 1.25 that we could break (reference platform C3,
 * C4). One sentence a problem; empty: nothing found. That Teams and Excel take the package is proven in a tenant only.
 */
export function manifestProblems(given: Package): readonly string[] {
  const { manifest } = given;
  return [
    ...headProblems(manifest),
    ...tabProblems(manifest),
    ...iconProblems(given),
    ...addressProblems(manifest),
    ...activityProblems(manifest),
    ...extensionProblems(given),
  ];
}

function headProblems({ $schema, manifestVersion, version, id, name, description }: Manifest) {
  const short = { 'name.short': [name.short, 30], 'name.full': [name.full, 100] } as const;
  const long = {
    'description.short': [description.short, 80],
    'description.full': [description.full, 4000],
  } as const;
  return [
    ...unless($schema.includes(`/v${manifestVersion}/`), 'the schema is not that of manifestVersion'),
    ...unless(/^\d+\.\d+\.\d+$/.test(version), `version ${version} is not n.n.n`),
    ...unless(GUID.test(id), `id ${id} is no GUID`),
    ...Object.entries({ ...short, ...long }).flatMap(([field, [text, most]]) =>
      unless(
        text.length > 0 && text.length <= most,
        `${field} has ${text.length} of 1 to ${most} characters`,
      ),
    ),
  ];
}

function tabProblems({ staticTabs }: Manifest): readonly string[] {
  const unknown = staticTabs.flatMap(({ context }) => context.filter((one) => !CONTEXTS.has(one)));
  return [
    ...unless(staticTabs.length <= 16, 'more than 16 static tabs'),
    ...doubles(
      'static tab',
      staticTabs.map(({ entityId }) => entityId),
    ),
    ...unknown.map((context) => `there is no tab context ${context}`),
  ];
}

function iconProblems({ manifest, files }: Package): readonly string[] {
  return Object.entries(ICON_SIZES).flatMap(([kind, size]) => {
    const name = manifest.icons[kind as keyof typeof ICON_SIZES];
    const picture = files.get(name);
    const found = picture && pngSize(picture);
    return [
      ...unless(!/^[/\\]|\.\.|:/.test(name), `icon ${name} is no path inside the package`),
      ...unless(
        found?.width === size && found.height === size,
        `icon ${name} is no PNG of ${size} × ${size}`,
      ),
    ];
  });
}

/** Every address is ours: https, one origin, and that origin's host is listed bare. */
function addressProblems(manifest: Manifest): readonly string[] {
  const { $schema, validDomains, ...rest } = manifest;
  const origin = new URL(manifest.staticTabs[0]?.contentUrl ?? 'https://nowhere.invalid').origin;
  const addresses = [...JSON.stringify(rest).matchAll(/"(https?:\/\/[^"]*)"/g)].map(([, url]) => url ?? '');
  return [
    ...unless($schema.startsWith('https://developer.microsoft.com/'), 'the schema is not Microsoft’s'),
    ...addresses.flatMap((url) => unless(url.startsWith('https://'), `${url} is not https`)),
    ...addresses.flatMap((url) => unless(new URL(url).origin === origin, `${url} is not on ${origin}`)),
    ...unless(validDomains.includes(new URL(origin).host), `validDomains lacks ${new URL(origin).host}`),
    ...unless(validDomains.length <= 16, 'more than 16 valid domains'),
    ...validDomains.flatMap((domain) =>
      unless(!/[/*]/.test(domain), `valid domain ${domain} is no bare host`),
    ),
  ];
}

function activityProblems({ activities, webApplicationInfo }: Manifest): readonly string[] {
  const { activityTypes } = activities;
  return [
    ...unless(GUID.test(webApplicationInfo.id), 'activities need webApplicationInfo.id to be a GUID'),
    ...unless(
      webApplicationInfo.resource.endsWith(webApplicationInfo.id),
      'webApplicationInfo.resource is not that of its id',
    ),
    ...doubles(
      'activity type',
      activityTypes.map(({ type }) => type),
    ),
    ...activityTypes.flatMap(({ type, description, templateText }) => [
      ...unless(
        type.length <= 64 && type !== 'systemDefault',
        `activity type ${type} is reserved or too long`,
      ),
      ...unless(
        description.length <= 128 && templateText.length <= 128,
        `activity type ${type} says too much`,
      ),
    ]),
  ];
}
