import { describe, expect, it } from 'vitest';
import { cellOf, day, error, type Value } from './build-grid.ts';
import {
  isCode,
  isPlaceholder,
  isStatusValue,
  isUnitValue,
  isYesNo,
  personLikeness,
  valueKind,
  type ValueKind,
} from '../../../src/domain/sheet/value-kinds.ts';

describe('what a cell is', () => {
  it.each<[Value, ValueKind]>([
    [null, 'empty'],
    [7, 'number'],
    [true, 'boolean'],
    [day('2026-04-13'), 'date'],
    [error('#N/A'), 'error'],
    ['Ada King', 'text'],
    ['1.234', 'number'],
    ['12 %', 'number'],
    ['€1.2m', 'number'],
    ['13.04.2026', 'date'],
    ['03/04/2026', 'date'],
    ['13 April', 'date'],
    ['Step 3', 'text'],
    ['INV-001', 'text'],
    ['tbd', 'placeholder'],
    ['?', 'placeholder'],
    ['—', 'placeholder'],
    ['€', 'text'],
    ['%', 'text'],
    [`7${' '.repeat(59)}`, 'number'],
    [`7${' '.repeat(60)}`, 'text'],
  ])('%j is %s', (value, kind) => {
    expect(valueKind(cellOf(value))).toBe(kind);
  });
});

function split(words: string): readonly string[] {
  return words.split(', ');
}

describe('words that fill cells', () => {
  it.each([
    [
      'English',
      'On track, At risk, Off track, Behind schedule, Complete, In progress, Not started, On hold, Delayed, Green, Amber, Red, Open, Closed, To do',
    ],
    [
      'German',
      'Grün, Gelb, Rot, im Plan, erledigt, offen, in Arbeit, verzögert, abgeschlossen, nicht begonnen, gefährdet, überfällig',
    ],
    ['French', 'Vert, Rouge, Jaune, en cours, terminé, en retard, à faire, non commencé, bloqué, à risque'],
    ['Spanish', 'Verde, Rojo, Amarillo, en curso, completado, pendiente, no iniciado, retrasado, en riesgo'],
    ['Dutch', 'Groen, Rood, Geel, op schema, bezig, afgerond, niet gestart, vertraagd'],
    ['Italian', 'Verde, Rosso, Giallo, in corso, completato, da fare, in ritardo, a rischio'],
    ['Portuguese', 'Vermelho, Amarelo, em andamento, concluído, não iniciado, atrasado, em risco'],
    ['signs before the word', '🟢 Green, ● red, 2 - At risk'],
  ])('of status: %s', (_language, words) => {
    expect(split(words).filter((word) => !isStatusValue(word))).toEqual([]);
  });

  it.each([
    ['English', 'tbd, TBC, n/a, N.A., none, not available, to be determined, unknown, unassigned'],
    ['German', 'offen, k. A., keine Angabe, unbekannt, noch offen, folgt'],
    ['French', 'à définir, inconnu, néant, n.c.'],
    ['Spanish', 'por definir, sin datos, pendiente, no disponible'],
    ['Dutch', 'onbekend, n.v.t., nog te bepalen'],
    ['Italian', 'da definire, non disponibile, n.d.'],
    ['Portuguese', 'a definir, não definido, indisponível'],
    ['marks', '-, --, ?, ..., /'],
  ])('that say nothing is there: %s', (_language, words) => {
    expect(split(words).filter((word) => !isPlaceholder(word))).toEqual([]);
  });

  it.each([
    ['English', '%, percent, days, hours, points, pcs, people, number, count, EUR, $, k€, kWh, FTE, score'],
    ['German', 'Prozent, Anzahl, Stück, Tage, Stunden, Punkte, Mio €, TEUR'],
    ['French', 'jours, heures, nombre, pourcentage'],
    ['Spanish', 'días, horas, número, porcentaje'],
    ['Dutch', 'dagen, uren, aantal, procent'],
    ['Italian', 'giorni, ore, numero, percentuale'],
    ['Portuguese', 'dias, horas, número, porcentagem'],
  ])('of units: %s', (_language, words) => {
    expect(split(words).filter((word) => !isUnitValue(word))).toEqual([]);
  });

  it('that say yes or no in seven languages', () => {
    const words =
      'yes, no, Y, N, TRUE, FALSE, ja, nein, oui, non, sí, nee, sim, não, vrai, faux, wahr, falsch, vero, x';
    expect(split(words).filter((word) => !isYesNo(word))).toEqual([]);
  });

  it.each([
    'Ada King',
    'Calls answered',
    '12',
    'Reduce the time to answer',
    'Green light given by the board of all',
  ])('none of them: %s', (text) => {
    expect([isStatusValue(text), isPlaceholder(text), isUnitValue(text), isYesNo(text)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('are short: longer texts are sentences', () => {
    expect(isStatusValue(`${' '.repeat(35)}Green`)).toBe(true);
    expect(isStatusValue(`${' '.repeat(36)}Green`)).toBe(false);
    expect(isPlaceholder(`${' '.repeat(21)}tbd`)).toBe(true);
    expect(isPlaceholder(`${' '.repeat(22)}tbd`)).toBe(false);
    expect(isUnitValue(`${' '.repeat(20)}days`)).toBe(true);
    expect(isUnitValue(`${' '.repeat(21)}days`)).toBe(false);
    expect(isYesNo('    yes')).toBe(true);
    expect(isYesNo('     yes')).toBe(false);
  });
});

describe('how much a text looks like people', () => {
  it.each([
    ['Ada King', 1],
    ['ada.king@example.org', 1],
    ['Dr. Ada King', 1],
    ['Herr Jana Vogt', 1],
    ['Sanne de Wit', 1],
    ['Ludwig van der Rohe', 1],
    ["Sean O'Neill", 1],
    ['Jean-Luc Picard', 1],
    ['Ada King (Sales)', 1],
    ['Ada King, Ben Ode', 1],
    ['Ada King / Ben Ode', 1],
    ['Ada King und Ben Ode', 1],
    ['Ada King & Ben Ode; Eva Lee', 1],
    ['Élodie Martin', 1],
    ['Ada', 0.5],
    ['Ada King, Ben', 0.5],
    ['A. King', 1],
    ['', 0],
    ['(Sales)', 0],
    ['ada king', 0],
    ['Ada king', 0],
    ['Calls answered in time', 0],
    ['Ada King Ben Ode Eva', 0],
    ['Team 7', 0],
    ['On Track', 0],
    ['Green', 0],
    ['Ada King, the boss', 0],
    ['ada.king@example', 0],
    ['ada king@example.org', 0],
    [`${'A'.repeat(30)} ${'B'.repeat(29)}`, 1],
    [`${'A'.repeat(30)} ${'B'.repeat(30)}`, 0],
  ])('%j: %d', (text, likeness) => {
    expect(personLikeness(text)).toBe(likeness);
  });
});

describe('a code', () => {
  it.each(['INV-001', 'VF-56', '3.4.1', '7', 'a1b2-c3d4', 'R1', 'A_1/2:3#4'])('is %s', (text) => {
    expect(isCode(text)).toBe(true);
  });

  it.each(['INV', 'INV 001', '-1', '#1', '€5', 'A1!', '', `A${'1'.repeat(60)}`])('is not %j', (text) => {
    expect(isCode(text)).toBe(false);
  });
});
