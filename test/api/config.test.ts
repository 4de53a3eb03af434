import { describe, expect, it } from 'vitest';
import { configFrom } from '../../src/api/config.ts';

const GOOD = {
  LASTMILE_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  LASTMILE_TENANTS: '11111111-1111-4111-8111-111111111111, 44444444-4444-4444-8444-444444444444',
};

describe('the configuration', () => {
  it('needs an application and its tenants, and has defaults for the rest', () => {
    expect(configFrom(GOOD)).toMatchObject({
      tenants: ['11111111-1111-4111-8111-111111111111', '44444444-4444-4444-8444-444444444444'],
      database: { kind: 'folder', path: 'lastmile-data' },
      authorityOrigin: 'https://login.microsoftonline.com',
    });
  });

  it('takes PostgreSQL when an address is given', () => {
    const url = 'postgres://somebody@host/lastmile';
    expect(configFrom({ ...GOOD, DATABASE_URL: url }).database).toEqual({ kind: 'postgres', url });
  });

  it('lists every problem at once', () => {
    const bad = { LASTMILE_CLIENT_ID: 'x', DATABASE_URL: 'mysql://x', LASTMILE_PORT: '99999' };
    for (const name of ['LASTMILE_CLIENT_ID', 'LASTMILE_TENANTS', 'DATABASE_URL', 'LASTMILE_PORT']) {
      expect(() => configFrom(bad)).toThrow(name);
    }
  });
});
