import { packageIcons, ribbonIcons } from './icons.ts';
import { manifestFor } from './manifest.ts';
import type { Package } from './rules.ts';
import type { ManifestSettings } from './settings.ts';
import { zipOf } from './zip.ts';

/** Everything that belongs to one installation, in memory. */
export function buildPackage(settings: ManifestSettings): Package {
  return { manifest: manifestFor(settings), files: packageIcons(), hosted: ribbonIcons() };
}

/** The file that is uploaded to Teams; the same package gives the same bytes. */
export function zipPackage({ manifest, files }: Package): Buffer {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  return zipOf(new Map([['manifest.json', text], ...files]));
}
