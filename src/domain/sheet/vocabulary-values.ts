/** Words that fill cells rather than head columns, folded (see words.ts), in seven languages. */

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/[,\n]/u).map((word) => word.trim()).filter((word) => word !== '')); // prettier-ignore
}

/** Whole values of a status column. */
export const STATUS_VALUES =
  setOf(`green, amber, red, yellow, blue, grey, gray, orange, black, amber green, amber red, green amber, red amber, yellow green, g, a, r, y,
 on track, off track, at risk, on target, off target, on schedule, behind, behind schedule, ahead, ahead of schedule, ahead of plan, behind plan, delayed, late, overdue, complete, completed, done, finished, achieved, not achieved, partially achieved, met, not met, partially met,
 in progress, inprogress, wip, ongoing, on going, not started, started, open, closed, resolved, on hold, hold, blocked, cancelled, canceled, planned, planning, pending, new, active, inactive, draft, approved, rejected, in review, review, under review, todo, to do, backlog, deferred, stalled, stopped, paused, healthy, critical, warning, ok, good, poor, needs attention, mitigated, monitoring, accepted, not applicable, postponed, exceeded, underway, under way, proposed, testing, execution, initiation, closing, executing, in execution, verified, not verified, fulfilled, missed, slipped, scheduled, in development, live, not due, no data, improving, stable, declining, worsening,
 grun, gelb, rot, gruen, grau, blau, im plan, nach plan, planmassig, erledigt, offen, in arbeit, in bearbeitung, laufend, lauft, geplant, verzogert, verspatet, abgeschlossen, fertig, nicht begonnen, nicht gestartet, begonnen, gestartet, gefahrdet, kritisch, zuruckgestellt, pausiert, abgebrochen, gestoppt, ausstehend, neu, unkritisch, uberfallig, erreicht, nicht erreicht, teilweise erreicht, angehalten, in prufung, beendet, aktiv, storniert, in verzug, unter plan, uber plan, in planung, in umsetzung, umgesetzt,
 vert, verte, rouge, jaune, orange, en cours, termine, terminee, fait, a faire, non commence, non demarre, pas commence, pas demarre, en retard, a l heure, en attente, bloque, annule, ouvert, ferme, clos, cloture, planifie, a risque, atteint, non atteint, partiellement atteint, suspendu, en pause, dans les temps, en avance, valide, realise, non realise, a venir, demarre,
 verde, rojo, amarillo, ambar, naranja, en curso, en proceso, completado, completada, terminado, terminada, hecho, pendiente, no iniciado, no iniciada, sin iniciar, retrasado, atrasado, en riesgo, en plazo, abierto, cerrado, cancelado, bloqueado, planificado, en espera, no verificado, verificado, cumplido, no cumplido, finalizado, iniciado, en tiempo, por hacer, suspendido, no aplicable, activo, en marcha, al dia, logrado,
 groen, rood, geel, oranje, op schema, op koers, bezig, lopend, loopt, gereed, klaar, afgerond, niet gestart, nog niet gestart, gestart, vertraagd, risico, in uitvoering, openstaand, gesloten, geblokkeerd, gepland, geannuleerd, on hold, achter op schema, voltooid, behaald, niet behaald, in behandeling, actief, te laat,
 rosso, giallo, arancione, arancio, in corso, completato, completata, fatto, da fare, non iniziato, non iniziata, da iniziare, in ritardo, a rischio, in linea, aperto, chiuso, bloccato, annullato, pianificato, sospeso, in attesa, raggiunto, non raggiunto, concluso, terminato, in anticipo, avviato, in tempo, attivo,
 vermelho, amarelo, laranja, em andamento, em curso, concluido, concluida, feito, a fazer, nao iniciado, nao iniciada, atrasado, atrasada, em atraso, em risco, no prazo, aberto, fechado, bloqueado, planejado, pendente, suspenso, em dia, atingido, nao atingido, iniciado, em progresso, finalizado, ativo, adiado, em execucao`);

/** Values that say "there is no value here". */
export const PLACEHOLDERS =
  setOf(`n a, na, nan, null, none, nil, tbd, tbc, tba, tbconf, pending, no target, no data, not available, not applicable, unknown, to be determined, to be defined, to be confirmed, x, xx, xxx,
 offen, k a, keine, keine angabe, noch offen, unbekannt, folgt, entfallt, nn, n n, a definir, a determiner, nc, n c, non defini, inconnu, neant, so, s o, sin definir, por definir, pendiente, nd, n d, no disponible, sin datos, s d, onbekend, nvt, n v t, nog te bepalen, ntb, da definire, non disponibile, da stabilire, nao definido, a definir, indisponivel, vacant, vacancy, unassigned, not assigned, open, various, all, team, everyone, alle, tous, todos, tutti, iedereen, diverse`);

/** Values of a unit column. */
export const UNIT_VALUES =
  setOf(`%, percent, percentage, percents, pct, pp, percentage points, bp, bps, basis points, number, numbers, count, counts, ratio, rate, index, score, points, point, pts, days, day, hours, hour, hrs, h, min, minutes, seconds, sec, s, ms, weeks, week, months, month, years, year, d, kg, g, t, tons, tonnes, tco2, tco2e, km, m, cm, mm, m2, sqm, ha, l, litres, liters, kwh, mwh, gwh, kw, mw, eur, euro, euros, usd, gbp, chf, dollars, pounds, €, $, £, k€, keur, teur, t€, m€, meur, mio, mio eur, mn, million, millions, thousand, thousands, € m, $ m, £ m, people, persons, person, headcount, fte, ftes, employees, units, unit, pieces, pcs, pc, items, each, ea, calls, tickets, cases, visits, users, customers, leads, deals, orders, requests, incidents, defects, bugs, findings, projects, nps, x, no, nr, num, #, integer, decimal, currency, money, boolean, yes no, text, date, per 1000, per 100, per 100 000, per 100000,
 prozent, prozentpunkte, anzahl, stuck, stk, tage, tag, stunden, std, minuten, wochen, monate, jahre, punkte, quote, mitarbeiter, fälle, falle, kunden, tonnen, tsd, tsd eur, mrd, mio €, t eur, vollzeitaquivalente, note, nombre, jours, jour, heures, heure, semaines, mois, pourcentage, pourcent, taux, unites, personnes, clients, numero, dias, dia, horas, porcentaje, tasa, personas, casos, unidades, indice, puntos, aantal, dagen, uren, procent, stuks, personen, punten, numero, giorni, ore, percentuale, persone, unita, punti, casi, pezzi, numero, porcentagem, percentual, pessoas, pontos, taxa, dias uteis, quantidade, cantidad, menge, qty, quantity, quantite, aantallen, ratio %, hectares, households, beneficiaries, per cent`);

/** First words of a row that adds up others. */
export const TOTAL_WORDS = setOf(
  `total, totals, subtotal, subtotals, sub, sum, grand, overall, average, avg, mean, median, net, summe, gesamt, gesamtsumme, zwischensumme, endsumme, insgesamt, summen, durchschnitt, mittelwert, mittel, somme, totaux, moyenne, ensemble, suma, totales, promedio, media, totaal, subtotaal, gemiddelde, totaalbedrag, totale, totali, subtotale, somma, soma, totais`,
);

/** Of these, words that also begin names of KPIs. */
export const MEAN_WORDS = setOf(
  `average, avg, mean, median, net, overall, durchschnitt, mittelwert, mittel, moyenne, ensemble, promedio, media, gemiddelde, sub, sum, insgesamt`,
);

/** First words of a remark below or between the records. */
export const NOTE_WORDS = setOf(
  `note, notes, source, sources, remark, remarks, legend, key, footnote, footnotes, disclaimer, comment, updated, copyright, nb, quelle, quellen, anmerkung, anmerkungen, hinweis, hinweise, legende, stand, bemerkung, remarque, fuente, fuentes, leyenda, bron, legenda, toelichting, fonte, fonti, nota, notas, observacoes, prepared, created, generated, erstellt`,
);

/** "No", "false", "not yet" and their opposites: a yes-or-no column. */
export const YES_NO_VALUES = setOf(
  `yes, no, y, n, true, false, 0, 1, ja, nein, oui, non, si, nee, sim, nao, x, wahr, falsch, vrai, faux, verdadero, falso, vero, waar, onwaar, verdadeiro`,
);
