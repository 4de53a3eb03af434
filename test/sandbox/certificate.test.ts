import { X509Certificate } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { get, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureCertificate } from '../../sandbox/certificate.ts';

const NOW = new Date('2026-03-02T08:00:00Z');
const folder = () => mkdtemp(path.join(os.tmpdir(), 'certificate-'));

describe('the certificate of the sandbox', () => {
  it('is for localhost, signed by itself, and serves https to a client that trusts it', async () => {
    const pair = await ensureCertificate(await folder());
    const certificate = new X509Certificate(pair.cert);
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    const server = createServer(pair, (_, response) => response.end('hello')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const status = await new Promise((resolve, reject) => {
      get({ host: 'localhost', family: 4, port, ca: pair.cert }, (response) =>
        resolve(response.statusCode),
      ).on('error', reject);
    });
    server.close();
    expect(status).toBe(200);
  });

  it('is kept between starts and made anew when it is about to end or damaged', async () => {
    const place = await folder();
    const first = await ensureCertificate(place, NOW);
    expect(await ensureCertificate(place, new Date('2026-03-20T08:00:00Z'))).toEqual(first);
    const renewed = await ensureCertificate(place, new Date('2027-03-01T08:00:00Z'));
    expect(renewed.cert).not.toBe(first.cert);
    await writeFile(path.join(place, 'cert.pem'), 'damaged');
    expect((await ensureCertificate(place, NOW)).cert).not.toBe('damaged');
  });
});
