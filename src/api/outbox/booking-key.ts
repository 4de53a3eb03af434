import { createHash } from 'node:crypto';

/**
 * The key of one attempt to book one recalibration, in the shape of a UUID. It is the same after every crash, so that
 * the calendar sees one booking; a new attempt, after a cancellation, is a new one.
 */
export function bookingKey(tenant: string, recalibration: string, attempt: number): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([tenant, recalibration, attempt]))
    .digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
