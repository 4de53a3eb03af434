import { z } from 'zod';
import { civilDate, instant, personRef } from './primitives.ts';

/** What a front end must know before anyone has signed in. Served without a token. */
export const clientConfig = z
  .object({
    clientId: z.string(),
    authority: z.string(),
    scope: z.string(),
    knownAuthorities: z.array(z.string()),
    /** Extra Teams host origins; empty in production. */
    trustedHostOrigins: z.array(z.string()),
    /** The Teams app id, for deep links. */
    teamsAppId: z.string(),
  })
  .meta({ id: 'ClientConfig' });

/** The caller and what the caller may do; screens never recompute rights. */
export const meView = z
  .object({
    person: personRef,
    appRole: z.enum(['Leader', 'Manager', 'Admin']),
    abilities: z.object({
      adopt: z.boolean(),
      checkIn: z.boolean(),
      seePortfolio: z.boolean(),
      administer: z.boolean(),
    }),
    tenant: z.object({ name: z.string(), timeZone: z.string(), currency: z.string() }),
    now: instant,
    today: civilDate,
    /** Initiatives the caller may adopt KPIs into. */
    initiatives: z.array(z.object({ id: z.string(), name: z.string(), objective: z.string() })),
  })
  .meta({ id: 'Me' });

export const peopleView = z.object({ people: z.array(personRef) }).meta({ id: 'People' });

/** What the browser needs to price a delay while the slider moves; see `domain/price.ts`. */
export const pricingView = z
  .object({
    asOf: instant,
    currency: z.string(),
    today: civilDate,
    names: z.record(z.string(), z.string()),
    /** A `PricingNetwork` of the domain, as plain JSON. */
    network: z.unknown(),
  })
  .meta({ id: 'Pricing' });

export const ledgerView = z
  .object({
    head: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
    entries: z.array(
      z.object({
        seq: z.number().int(),
        at: instant,
        actor: z.string(),
        type: z.string(),
        /** One line in words. */
        line: z.string(),
        hash: z.string(),
      }),
    ),
    next: z.number().int().nullable(),
  })
  .meta({ id: 'Ledger' });

export const ledgerVerification = z
  .object({
    sound: z.boolean(),
    entries: z.number().int(),
    /** The first difference, in words; null when sound. */
    difference: z.string().nullable(),
  })
  .meta({ id: 'LedgerVerification' });

export type ClientConfig = z.infer<typeof clientConfig>;
export type MeView = z.infer<typeof meView>;
export type PeopleView = z.infer<typeof peopleView>;
export type PricingView = z.infer<typeof pricingView>;
export type LedgerView = z.infer<typeof ledgerView>;
export type LedgerVerification = z.infer<typeof ledgerVerification>;
