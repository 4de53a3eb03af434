import { randomBytes } from 'node:crypto';
import { type JWTPayload, SignJWT, UnsecuredJWT, exportSPKI, importJWK } from 'jose';
import { type IssuerSettings, stamped } from './issue.ts';
import { newSigningKey } from './key-ring.ts';

/** How a minted token is signed. All but `tenant-key` must be refused by a sound validator. */
export type MintSignature =
  | 'tenant-key'
  /** Signed by a stranger under a key id nobody publishes. */
  | 'unknown-key'
  /** Signed by a stranger under our current key id. */
  | 'forged-key'
  /** HMAC keyed with our public key: the classic confusion of algorithms. */
  | 'hs256-public-key'
  | 'hs256-random'
  | 'none';

export interface MintOptions {
  readonly claims?: JWTPayload;
  readonly without?: readonly string[];
  readonly signature?: MintSignature;
}

/** Makes any token for tests of refusal; `base` is a good one's claims. */
export async function mint(
  settings: IssuerSettings,
  base: JWTPayload,
  options: MintOptions = {},
): Promise<string> {
  const claims: JWTPayload = { ...stamped(settings, base), ...options.claims };
  for (const name of options.without ?? []) delete claims[name];
  return signed(settings, claims, options.signature ?? 'tenant-key');
}

async function signed(settings: IssuerSettings, claims: JWTPayload, how: MintSignature): Promise<string> {
  const key = await settings.keys.current();
  const token = new SignJWT(claims);
  switch (how) {
    case 'tenant-key':
      return token.setProtectedHeader(header('RS256', key.kid)).sign(key.privateKey);
    case 'unknown-key': {
      const stranger = await newSigningKey();
      return token.setProtectedHeader(header('RS256', stranger.kid)).sign(stranger.privateKey);
    }
    case 'forged-key':
      return token.setProtectedHeader(header('RS256', key.kid)).sign((await newSigningKey()).privateKey);
    case 'hs256-public-key':
      return token.setProtectedHeader(header('HS256', key.kid)).sign(await publicKeyBytes(settings));
    case 'hs256-random':
      return token.setProtectedHeader(header('HS256', key.kid)).sign(randomBytes(32));
    case 'none':
    default:
      return new UnsecuredJWT(claims).encode();
  }
}

function header(alg: string, kid: string): { typ: 'JWT'; alg: string; kid: string } {
  return { typ: 'JWT', alg, kid };
}

async function publicKeyBytes(settings: IssuerSettings): Promise<Uint8Array> {
  const publicKey = await importJWK({ ...(await settings.keys.current()).publicJwk, ext: true }, 'RS256');
  if (publicKey instanceof Uint8Array) throw new Error('the public key must be an RSA key');
  return new TextEncoder().encode(await exportSPKI(publicKey));
}
