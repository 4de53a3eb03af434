import {
  type CryptoKey,
  type JSONWebKeySet,
  type JWK,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
} from 'jose';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Signing keys, newest first. The first is made on first use: a key takes a noticeable moment. */
export class KeyRing {
  #keys: Promise<readonly SigningKey[]> | undefined;

  async current(): Promise<SigningKey> {
    const [newest] = await this.#all();
    if (!newest) throw new Error('the key ring is empty');
    return newest;
  }

  /** What `discovery/v2.0/keys` publishes: the older keys too, until they are retired. */
  async jwks(): Promise<JSONWebKeySet> {
    return { keys: (await this.#all()).map((key) => key.publicJwk) };
  }

  /** Signs with a new key from now on; tokens of the old ones stay valid. */
  async rotate(): Promise<string> {
    const [fresh, known] = await Promise.all([newSigningKey(), this.#all()]);
    this.#keys = Promise.resolve([fresh, ...known]);
    return fresh.kid;
  }

  /** Stops publishing every key but the newest. */
  async retireOld(): Promise<void> {
    this.#keys = Promise.resolve([await this.current()]);
  }

  #all(): Promise<readonly SigningKey[]> {
    this.#keys ??= newSigningKey().then((key) => [key]);
    return this.#keys;
  }
}

export async function newSigningKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, privateKey, publicJwk: { ...jwk, kid, use: 'sig', alg: 'RS256' } };
}
