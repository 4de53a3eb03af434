import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { selfSignedCertificate, type PemPair } from './certificate-der.ts';

const DAY_MS = 86_400_000;
const LIFETIME_DAYS = 365;
const RENEW_BEFORE_DAYS = 7;

/**
 * A certificate for https://localhost, kept in `folder` (key.pem, cert.pem) and made anew when it is about to end.
 * Self-signed: browsers ask once; office.js needs https and nothing more (office-host.md 3.2).
 */
export async function ensureCertificate(folder: string, now: Date = new Date()): Promise<PemPair> {
  const kept = await readPair(folder);
  if (kept !== undefined && isGood(kept, now)) return kept;
  const fresh = selfSignedCertificate(
    new Date(now.getTime() - DAY_MS),
    new Date(now.getTime() + LIFETIME_DAYS * DAY_MS),
  );
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'key.pem'), fresh.key, { mode: 0o600 });
  await writeFile(path.join(folder, 'cert.pem'), fresh.cert);
  return fresh;
}

async function readPair(folder: string): Promise<PemPair | undefined> {
  try {
    const [key, cert] = await Promise.all(
      ['key.pem', 'cert.pem'].map((file) => readFile(path.join(folder, file), 'utf8')),
    );
    return { key: key ?? '', cert: cert ?? '' };
  } catch (error) {
    // Not there yet is the ordinary first start; anything else must be seen.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isGood({ cert }: PemPair, now: Date): boolean {
  try {
    return new Date(new X509Certificate(cert).validTo).getTime() - now.getTime() > RENEW_BEFORE_DAYS * DAY_MS;
  } catch {
    // A file somebody damaged: replace it.
    return false;
  }
}
