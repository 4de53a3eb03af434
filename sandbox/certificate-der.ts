import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A self-signed server certificate for localhost (RFC 5280), written with node:crypto alone. */

export interface PemPair {
  readonly key: string;
  readonly cert: string;
}

const OID = {
  ecdsaWithSha256: '2A8648CE3D040302',
  commonName: '550403',
  basicConstraints: '551D13',
  keyUsage: '551D0F',
  extendedKeyUsage: '551D25',
  serverAuth: '2B06010505070301',
  subjectAltName: '551D11',
} as const;

const Tag = {
  boolean: 1,
  integer: 2,
  bits: 3,
  octets: 4,
  oid: 6,
  utf8: 12,
  utcTime: 23,
  sequence: 48,
  set: 49,
} as const;

export function selfSignedCertificate(from: Date, until: Date): PemPair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = certificateBody(publicKey.export({ type: 'spki', format: 'der' }), from, until);
  const signature = sign('sha256', body, privateKey);
  const certificate = der(Tag.sequence, body, algorithm(), der(Tag.bits, Buffer.from([0]), signature));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem(certificate) };
}

function certificateBody(publicKey: Buffer, from: Date, until: Date): Buffer {
  const version = der(0xa0, der(Tag.integer, Buffer.from([2])));
  // A leading 0x01 keeps the serial number positive.
  const serial = der(Tag.integer, Buffer.concat([Buffer.from([1]), randomBytes(15)]));
  const name = der(
    Tag.sequence,
    der(Tag.set, der(Tag.sequence, oid(OID.commonName), der(Tag.utf8, Buffer.from('localhost')))),
  );
  const validity = der(Tag.sequence, utcTime(from), utcTime(until));
  return der(
    Tag.sequence,
    version,
    serial,
    algorithm(),
    name,
    validity,
    name,
    publicKey,
    der(0xa3, extensions()),
  );
}

function extensions(): Buffer {
  const names = der(
    Tag.sequence,
    der(0x82, Buffer.from('localhost')),
    der(0x87, Buffer.from([127, 0, 0, 1])),
    der(0x87, Buffer.from([...Array<number>(15).fill(0), 1])),
  );
  return der(
    Tag.sequence,
    extension(OID.basicConstraints, true, der(Tag.sequence)),
    // One bit used: digitalSignature.
    extension(OID.keyUsage, true, der(Tag.bits, Buffer.from([7, 0x80]))),
    extension(OID.extendedKeyUsage, false, der(Tag.sequence, oid(OID.serverAuth))),
    extension(OID.subjectAltName, false, names),
  );
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  const flag = critical ? [der(Tag.boolean, Buffer.from([0xff]))] : [];
  return der(Tag.sequence, oid(id), ...flag, der(Tag.octets, value));
}

function algorithm(): Buffer {
  return der(Tag.sequence, oid(OID.ecdsaWithSha256));
}

function oid(hex: string): Buffer {
  return der(Tag.oid, Buffer.from(hex, 'hex'));
}

/** YYMMDDHHMMSSZ; good until 2049. */
function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/[-:T]/gu, '').slice(2, 14);
  return der(Tag.utcTime, Buffer.from(`${digits}Z`));
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(content.length)]), content]);
}

function lengthBytes(length: number): readonly number[] {
  if (length < 128) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/gu) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
