/**
 * Header words by what they announce, in English, German, French, Spanish, Dutch, Italian and Portuguese.
 * Words are folded (see words.ts); a final * stands for any ending. The longest phrase that fits wins,
 * so "target date" never counts as "target". One phrase may speak for several things: the values decide.
 */

/** Fields we map, and things we recognise so that they are not mistaken for a field. */
export type Announced =
  | 'name' | 'owner' | 'unit' | 'baseline' | 'target' | 'actual' | 'due' | 'start' | 'status' | 'comment'
  | 'key' | 'group' | 'progress' | 'other'; // prettier-ignore

export interface WordGroup {
  readonly announces: Announced;
  /** 1 hint, 2 usual, 3 plain, 4 beyond doubt. */
  readonly weight: number;
  readonly words: string;
}

export const FIELD_WORDS: readonly WordGroup[] = [
  {
    announces: 'name',
    weight: 4,
    words: `kpi, kpis, kpi name, kpi title, indicator, indicators, indicator name, indicator title,
    performance indicator, performance measure, key result, key results, metric, metrics, metric name, measure name, kennzahl*,
    messgrosse, indikator*, indicateur*, indicador*, indicatore*, indicatori, resultat cle, resultats cles, resultado clave,
    resultado chave, risultato chiave, kernresultaat, prestatie indicator, schlusselergebnis*, leistungskennzahl*, kpi bezeichnung`,
  },
  {
    announces: 'name',
    weight: 3.4,
    words: `task, task name, tasks, initiative, initiative name, milestone, milestones, milestone name,
    deliverable, deliverables, objective, objectives, objective name, objective title, goal name, goal title, project name,
    project title, checklist item, action item, action name, activity name, risk title, risk name, risk description, measure title,
    aufgabe, aufgaben, massnahme*, vorhaben, projektname, projekttitel, projektbezeichnung, meilenstein*, teilziel, arbeitspaket,
    tache, taches, jalon*, livrable, nom du projet, nom du kpi, intitule, libelle, nom de l indicateur, nom de la tache, nom de l action,
    tarea, tareas, hito, hitos, nombre del proyecto, nombre del indicador, nombre proyecto, entregable, nombre de la tarea,
    taak, taken, mijlpaal, maatregel*, projectnaam, naam project, actiepunt, compito, attivita, nome progetto, nome indicatore,
    pietra miliare, tarefa, tarefas, nome do projeto, nome do indicador, marco, entrega, requirement, requirements, use case, use cases, feature, features, user story, user stories, epics,
    investment name, programme name, program name, project milestone, epic`,
  },
  {
    announces: 'name',
    weight: 2.6,
    words: `summary, risks, issues, goal, goals, project, projects, action, actions, activity, activities, measure, risk, issue,
    key objective, ziel, ziele, projekt, projekte, aktion, aktivitat, risiko, strategisches ziel, objectif, objectifs, projet, activite,
    mesure, risque, objetivo, objetivos, proyecto, accion, actividad, medida, riesgo, doel, doelstelling*, actie, activiteit, risico,
    obiettivo, obiettivi, progetto, azione, misura, rischio, projeto, acao, atividade, risco, iniciativa, iniziativa, initiatief,
    work item, work package, line item, outcome, output, investment, investment title, programme, program, strategic objective,
    was, thema, vorgang, vorgangsname, verbesserung, mission, chantier`,
  },
  {
    announces: 'name',
    weight: 2,
    words: `name, names, title, item, items, subject, topic, titel, bezeichnung, benennung, position, posten,
    titre, nom, sujet, rubrique, designation, poste, titulo, nombre, concepto, partida, denominacion, naam, omschrijving, onderwerp, titolo, nome,
    voce, denominazione, designacao, product, produkt, produit, producto, prodotto, produto, account, konto, compte, cuenta`,
  },
  {
    announces: 'name',
    weight: 1,
    words: `description, desc, beschreibung, descripcion, descrizione, descricao, beschrijving, details, what, who is it,
    state, country, site, store, location, branch, standort, filiale, pays, pais, land, paese`,
  },

  {
    announces: 'owner',
    weight: 4,
    words: `owner, owners, owner name, kpi owner, task owner, risk owner, project owner, action owner, business owner,
    process owner, goal owner, data owner, responsible, responsible person, person responsible, responsible party, accountable, accountable person,
    assignee, assigned to, assigned, project manager, project lead, lead, dri, pic, manager, project leader, programme manager, resp,
    action by, lead officer, sro, senior responsible owner, owned by, who, verantwortlich*, verantwort*, verantw, zustandig*, zust, projektleit*, eigentumer*, inhaber,
    besitzer, bearbeiter*, ansprechpartner*, kummerer, wer, kpi verantwortlich*, leitung, responsable*, pilote, proprietaire, chef de projet, porteur, referent*,
    charge de projet, encargado, encargada, dueno, propietario, asignado, asignado a, lider, quien, jefe de proyecto, verantwoordelijk*, eigenaar, actiehouder, trekker,
    projectleider, toegewezen aan, wie, responsabile*, assegnato a, referente*, proprietario, titolare, responsavel*, dono, atribuido a,
    gestor, capo progetto, affecte a, attribue a, zugewiesen, zugewiesen an, zugeordnet, durch wen, assegnatario, gerente, accountable executive`,
  },
  {
    announces: 'owner',
    weight: 2.4,
    words: `resource, resources, resourcing, ressource*, resource name, resource names, recurso, recursos, risorsa, risorse, contact, kontakt,
    contact person, sponsor, champion, delivered by, by whom, person, persons, mitarbeiter*, employee, sales rep, salesperson, rep, account manager,
    vertriebler, verkaufer, vendeur, vendedor, venditore, verkoper, staff, officer, head of, author, team lead, teamlead, reviewer`,
  },
  {
    announces: 'owner',
    weight: 1.8,
    words: `agency, agency name, department, department name, dept, ministry, directorate, division, team, function, business unit,
    org unit, organisation unit, organizational unit, organisation, organization, unit name, responsible department, lead department, lead agency, abteilung,
    fachbereich, dienststelle, ressort, amt, referat, service, departement, direction, ministere, equipe, departamento, direccion, area responsable,
    ministerio, equipo, afdeling, dienst, ufficio, dipartimento, reparto, squadra, diretoria, secretaria, setor, responsible unit, reporting agency`,
  },
  { announces: 'owner', weight: 0.6, words: `unit, einheit, unidad, unidade` },

  {
    announces: 'unit',
    weight: 3.4,
    words: `unit, units, unit of measure, unit of measurement, uom, uo m, measurement unit, indicator unit, masseinheit, messeinheit, einheit, einheiten, unite,
    unite de mesure, unites, unidad, unidad de medida, unidades, eenheid, meeteenheid, unita, unita di misura, um, unidade, unidade de medida, metric unit, kpi unit`,
  },
  {
    announces: 'unit',
    weight: 1.4,
    words: `measure, measure type, measurement, format, currency, wahrung, devise, moneda, valuta, moeda, value type, data type, metric type, data format, scale, me, symbol, number type`,
  },

  {
    announces: 'baseline',
    weight: 4,
    words: `baseline, base line, baseline value, baselines, baseline level, starting value, start value, starting point, initial value, initial, ausgangswert*, ausgangslage, ausgangspunkt,
    startwert, basiswert, anfangswert, referenzwert, valeur de depart, valeur initiale, valeur de reference, niveau initial, situation initiale, base de reference, linea base, linea de base, valor base, valor inicial, valor de partida,
    nulmeting, uitgangswaarde, startwaarde, beginwaarde, baseline waarde, valore iniziale, valore di partenza, valore base, linha de base, valor de base, initial investment, original value, total baseline, ausgang`,
  },
  {
    announces: 'baseline',
    weight: 2,
    words: `base, start from, starting, previous, previous value, prior, prior value, last value, reference value, vorwert, vorher, reference, original, before, from value, basis, vorjahr, previous year, prior year, last year, n 1, ano anterior, anno precedente, vorig jaar, annee precedente`,
  },

  {
    announces: 'target',
    weight: 4,
    words: `target, targets, target value, target level, targets value, target score, kpi target, goal value, goal target, desired value, sollwert, soll, zielwert*, zielgrosse, planwert,
    zielvorgabe, vorgabe, valeur cible, cible, cibles, valor objetivo, valor meta, meta, metas, streefwaarde, doelwaarde, streefcijfer, target waarde, norm, valore obiettivo, valore target,
    valor alvo, alvo, annual target, year target, yearly target, monthly target, quarterly target, end target, final target, end of project target, jahresziel, quota, to be, to be value`,
  },
  {
    announces: 'target',
    weight: 3.2,
    words: `plan, planned, planned value, plan value, budget, budgeted, goal, ziel, geplant, planung, objectif, objetivo, objetivos, doel, doelstelling, obiettivo, begroot, begroting,
    prevu, prevision, budget prevu, presupuesto, presupuestado, planificado, previsto, previsto a budget, pianificato, planejado, orcado, orcamento, planeado, gepland, planned cost, planned amount, planned budget, approved budget, objective, desired, expected value, should, required, ambition, planwerte, kontingent, prevista`,
  },
  {
    announces: 'target',
    weight: 1.4,
    words: `expected, estimate, estimated, estimated cost, threshold, benchmark, aim, maximum, limit, standard, commitment, committed, schwelle, seuil, umbral, soglia, limiar, goals, envisaged, effort estimate, estimation`,
  },

  {
    announces: 'actual',
    weight: 4,
    words: `actual, actuals, actual value, actual level, actual result, actual cost, actual amount, actual spend, projected actual cost, current, current value, current level, current status value, ist, istwert*, ist wert, istzustand, aktuell*, aktueller wert, aktueller stand, wert aktuell,
    reel, reelle, realise, realisee, valeur reelle, valeur actuelle, realisation, actuel, actuelle, valor actual, valor real, real, reales, actual real, realizado, ejecutado, alcanzado, logrado, logro, huidig, huidige waarde, werkelijk, werkelijke waarde, realisatie, gerealiseerd, behaald, huidige stand,
    effettivo, valore effettivo, valore attuale, attuale, consuntivo, realizzato, realizado ate, valor atual, atual, valor realizado, achieved, achievement, achieved value, as is, as is value, latest value, latest actual, erreicht, reading, ytd actual, monthly actual, current reading, result to date, actual to date, real value`,
  },
  {
    announces: 'actual',
    weight: 2.6,
    words: `value, result, results, wert, werte, ergebnis, messwert, valeur, resultat, resultats, valor, resultado, resultados, waarde, resultaat, valore, risultato, performance, measured, measurement value, latest, latest result, spent, spend, spent to date, stand, outturn, forecast, hochrechnung, prognose,
    done, delivered, obtained, observed, observed value, obs value, obs, reported, gemessen, summary value, measured value, completed, produced, sales, revenue, umsatz, ventas, vendas, ventes, vendite, omzet, estado actual valor, expenditure, ausgaben, total actual, to date, kpi value`,
  },
  {
    announces: 'actual',
    weight: 1.3,
    words: `count, amount, total, number, quantity, qty, betrag, anzahl, menge, montant, nombre, quantite, importe, monto, cantidad, total ejecutado, bedrag, aantal, importo, quantita, montante, quantidade, figure, volume, rate, percentage, percent, cost, costs, kosten, score, kpi score, ytd, closing balance`,
  },
  {
    announces: 'progress',
    weight: 3,
    words: `progress, % complete, percent complete, percentage complete, complete %, % done, progress %, % progress, completion, completion %, % completion, % completed, fortschritt*, fertigstellung*, erledigt %, % erledigt, % fertig,
    avancement, % avancement, taux d avancement, taux de realisation, progreso, avance, % avance, % de avance, porcentaje de avance, % completado, voortgang, % voortgang, % gereed, gereed, avanzamento, stato avanzamento, % avanzamento, % completamento, progresso, % concluido, % conclusao, andamento, attainment, % of target, % of goal, achievement %, % achieved, % achievement, erfullungsgrad, zielerreichung*, % ziel, % meta`,
  },

  {
    announces: 'due',
    weight: 4,
    words: `due, due date, duedate, due by, deadline, deadlines, target date, target completion date, target completion, target end date, target finish, goal date, end date, end, finish, finish date, planned end, planned finish, planned completion, planned end date, planned finish date, planned completion date,
    completion date, project end, project end date, project completion date, planned project completion date, period end, period end date, delivery date, expected completion, expected completion date, estimated completion date, date due, complete by, by when, when, baseline finish, baseline end, eta, due on, resolve by, end datum, target year,
    fallig, fallig*, faellig*, falligkeit*, frist, fristen, termin, zieltermin, zieldatum, enddatum, ende, endtermin, bis, bis wann, erledigen bis, stichtag, abgabetermin, fertigstellungstermin, liefertermin, geplantes ende, plan ende, soll ende, erledigung bis,
    echeance, echeances, date d echeance, date limite, date cible, date de fin, fin, fin prevue, date de fin prevue, date butoir, delai, delais, date fin, date d achevement, pour quand,
    fecha limite, fecha de vencimiento, vencimiento, fecha fin, fecha de fin, fecha objetivo, fecha final, fecha de entrega, fecha de finalizacion, fecha termino, plazo, fecha compromiso, fecha fin prevista, cuando, fecha meta,
    einddatum, vervaldatum, streefdatum, uiterste datum, opleverdatum, gereed op, gereed voor, einde, datum gereed, wanneer, deadline datum,
    scadenza, data di scadenza, data scadenza, data fine, data di fine, data obiettivo, fine, termine, data consegna, entro, data prevista, data fine prevista, entro quando,
    prazo, data limite, data final, data de fim, data fim, data de conclusao, data de termino, vencimento, data de entrega, data alvo, termino, prazo final, conclusao prevista, data de vencimento, quando`,
  },
  {
    announces: 'due',
    weight: 1.6,
    words: `date, datum, fecha, data, forecast end date, forecast end, forecast finish, forecast completion, revised end date, revised due date, revised end, actual end, actual end date, actual finish, actual completion date, actual finish date, projected completion date, projected end, projected actual project completion date, projected actual completion date, completed on, completed date, date completed, closed date, closing date, review date, ist ende, tatsachliches ende, fin reelle, date de fin reelle, fecha fin real, fine effettiva, milestone date, go live, go live date, launch date`,
  },
  {
    announces: 'start',
    weight: 1.8,
    words: `created, created on, date created, creation date, erstellt, erstellt am, angelegt am, date de creation, fecha de creacion, aangemaakt, data creazione, data de criacao`,
  },
  {
    announces: 'start',
    weight: 4,
    words: `start, start date, startdate, started, begin, begin date, beginning, planned start, planned start date, project start, project start date, date started, kick off, kick off date, period start, period start date, baseline start, effective date, actual start, actual start date, start on, starting date, commencement date, from, open date, opened, date opened,
    startdatum, beginn, anfang, anfangsdatum, starttermin, beginndatum, von, ab wann, geplanter beginn, plan start, soll start, date de debut, debut, date debut, debut prevu, demarrage, date de demarrage, fecha inicio, fecha de inicio, inicio, fecha de comienzo, fecha inicial, comienzo, aanvang, begindatum, start datum, startdag,
    data inizio, data di inizio, inizio, data avvio, avvio, data de inicio, data inicio, data inicial, data de abertura, issue date, date raised, raised, date identified`,
  },

  {
    announces: 'status',
    weight: 4,
    words: `status, state of play, current status, project status, task status, kpi status, overall status, rag, rag status, rag rating, bragstatus, brag, delivery confidence, delivery confidence assessment, traffic light, health, overall health, project health, colour rating, color rating, rating colour, dca, ipa rating, sro rating,
    ampel, ampelstatus, ampelfarbe, bearbeitungsstand, bearbeitungsstatus, statut, etat, meteo, feu, etat d avancement, estado, estatus, situacion, semaforo, stand van zaken, stoplicht, voortgangsstatus, stato, semaforo stato, situacao, estado atual, estado actual, farol, overall rag, stage gate status, erledigungsstatus, completion status, farbe`,
  },
  {
    announces: 'status',
    weight: 2,
    words: `rag, rating, stage, state, phase, trend, tracking, on track, complete, completed, done, closed, confidence, erledigt, termine oui non, fait, hecho, completado, gereed, fatto, feito, resolution, workflow, fase, etape, outlook, risk status, health check, progress status, risk category, open closed, ok, indicator light, light`,
  },

  {
    announces: 'comment',
    weight: 4,
    words: `comment, comments, commentary, note, notes, remark, remarks, narrative, explanation, comment s, status comment, status note, status update, update, updates, latest update, progress update, progress note, progress notes, observations, observation, feedback,
    kommentar*, bemerkung*, anmerkung*, notiz*, hinweis*, erlauterung*, begrundung, commentaire*, remarque*, explications, note de suivi, comentario*, observacion*, nota, notas, opmerking*, toelichting*, notitie*, aantekening*, commento, commenti, osservazion*, note stato, comentario, observac*, anotac*, justificat*, additional information, additional comments, further information, departmental commentary, departmental narrative, rating comment, schedule comment, budget comment, lessons learned`,
  },
  {
    announces: 'comment',
    weight: 1.2,
    words: `description, details, next steps, next step, action taken, actions taken, mitigation, mitigation plan, reason, rationale, beschreibung, nachste schritte, massnahmen bei abweichung, actions correctives, proximos pasos, prossimi passi, volgende stappen, proximos passos, blockers, challenges, information, footnote, footnotes, latest news, latest, comment risk`,
  },

  {
    announces: 'key',
    weight: 3.6,
    words: `id, ids, key, no, nr, num, number, ref, reference, reference no, reference number, ref no, ref id, code, identifier, guid, uuid, #, kpi id, kpi no, kpi nr, kpi code, task id, task no, project id, project no, project number, project code, okr id, risk id, item no, item #, sr no, s no, sl no, serial no, serial, seq, sequence, row, wbs, wbs code, key id, lfd nr, lfd, nummer, kennung, schlussel, ifd nr, pos, pos nr,
    numero, n, cle, identifiant, clave, codigo, nummer id, codice, chiave, chave, objective id, investment id, indicator id, indicator code, indicator seq, indicator no, account #, account no, account number, area code, agency code, country code, iso code, business case id, unique project id, unique investment identifier, agency project id, reference code, iati identifier, parent seq, parent id, ticket, issue key, order number, invoice number`,
  },
  {
    announces: 'group',
    weight: 3,
    words: `group, category, categories, area, area name, main area, sub area, section, theme, region, region name, country, country name, state name, sector, subsector, portfolio, pillar, stream, workstream, work stream, perspective, dimension, kategorie, gruppe, bereich, themenfeld, handlungsfeld, perspektive, region, land, cluster, geschaftsbereich,
    categorie, domaine, axe, theme, secteur, perspective, categoria, ambito, eje, tema, perspectiva, sector, categorie, thema, domein, perspectief, area, settore, prospettiva, ambito, categoria, eixo, setor, report category, goal area, focus area, strategic direction, strategic priority, strategic theme, impact type, type, typ, kind, class, classification, project type, priority area, result type, result title, outcome area, customer, customer name, client, kunde, parent, epic link, swimlane, sprint, bucket, level, subcategory, sub category, function area, tags, labels`,
  },
  { announces: 'other', weight: 2.1, words: `score, punkte, puntuacion, punteggio, pontuacao` },
  {
    announces: 'other',
    weight: 3.4,
    words: `risk score, total score, inherent score, residual score, priority, prio, prioritat, priorite, prioridad, prioriteit, priorita, prioridade, severity, schweregrad, impact, likelihood, probability, auswirkung, eintrittswahrscheinlichkeit, wahrscheinlichkeit, impacto, probabilidad, kans, impatto, probabilita, probabilidade, gravite, probabilite, risk rating, risk level, exposure, weight, weighting, gewicht, gewichtung, ponderation, poids, peso, weging, effort, aufwand, duration, dauer, duree, duracion, duur, durata, duracao, days, hours, predecessor, predecessors, successor, dependencies, dependency, vorganger,
    variance, variance %, variance comment value, cost variance, schedule variance, deviation, difference, diff, delta, gap, abweichung*, abw, differenz, ecart*, variation, desviacion, diferencia, brecha, afwijking, verschil, scostamento, differenza, desvio, diferenca, roi, irr, npv, payback, payback period, sharpe ratio, change, veranderung, growth, frequency, frequenz, reporting frequency, haufigkeit, turnus, frequence, periodicite, frecuencia, frequentie, frequenza, frequencia, desired change, direction, polarity, ascending, desired direction, aggregation, aggregation status, decimal places, formula, formel, calculation, definition, calculation method, data source, source, quelle, datenquelle, fuente, bron, fonte, link, url, email, e mail, phone, training, more info, graph query, location, attachment, version,
    last updated, updated, updated date, last update, last modified, modified, last discussed, last review, last reviewed, aktualisiert, aktualisiert am, letzte aktualisierung, geandert am, mise a jour, date de mise a jour, ultima actualizacion, fecha de actualizacion, laatste update, bijgewerkt, ultimo aggiornamento, ultima atualizacao, as of, reporting date, report date, status date, stand vom, date reported, snapshot date, reporting period, period, period year, period month, year, month, quarter, week, jahr, monat, quartal, woche, annee, mois, trimestre, semaine, periode, ano, mes, semana, jaar, maand, kwartaal, anno, mese, settimana, fiscal year, financial year, geschaftsjahr, periodo, cadence, sum, summe, gesamt, somme, totaal, totale, lifecycle cost, whole life cost, value at risk, unit price, price, preis, unit cost, unit priority, objective priority, confidence level, baseline year, baseline date, target location, actual location, baseline location, numerator, denominator, sample size, population, footnotes, latitude, longitude, budget code, cost centre, kostenstelle, contract value, story points, points, reqid, req id`,
  },
];
