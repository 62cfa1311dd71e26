import { element, formatDate, section } from '/vorgaenge/dom.js';
import { deadline } from './deadlines.js';
import { editor, facts, prose, span, tools } from './kit.js';
import { projectTimeline } from './project-timeline.js';

/** What somebody wants to know at a glance: where the project stands, what is open, what comes next. */
export function showOverview(view) {
  const { head, period, deadlines, findings, followUps } = view.project;
  const open = findings.filter((one) => !one.answer);
  const next = deadlines.filter((one) => one.duty && (one.state === 'AHEAD' || one.state === 'OVERDUE')).slice(0, 3);
  return [
    open.length > 0 && section('Offene Fragen', open.map(question)),
    section('Nächste Fristen', next.length ? next.map((one) => deadline(one))
      : element('p', {}, 'Es steht keine Frist aus.')),
    projectTimeline(view.project),
    section('Projekt', facts([['Projektnummer', head.number], ['Name', head.name], ['Stand', head.stateLabel],
      ['Förderprogramm', head.programme], ['Federführung', head.leadOffice], ['Bewilligungsbehörde', head.grantor],
      ['Zielgruppe', head.targetGroup], ['Idee', head.idea && prose(head.idea)],
      ['Vorzeitiger Beginn genehmigt', formatDate(head.earlyStartApprovedOn)],
      ['Beendet', head.endedOn && [formatDate(head.endedOn), head.endReason].filter(Boolean).join(': ')],
      ['Aufbewahrung bis', formatDate(head.retentionUntil)], ['Archiviert', formatDate(head.archivedOn)]]),
      tools(editor(view, 'Genehmigung zum vorzeitigen Beginn eintragen', 'PUT', 'early-start', [
        { name: 'approvedOn', label: 'Genehmigt am', type: 'day', value: head.earlyStartApprovedOn, required: true }
      ]),
      ['PREPARED', 'RUNNING'].includes(head.state) && editor(view, 'Projekt abbrechen', 'POST', 'abort', [
        { name: 'reason', label: 'Warum', type: 'lines', required: true,
          hint: 'Laufende Vorlagen werden zurückgezogen, offene Aufgaben enden. Es gibt kein Zurück.' }
      ]))),
    section('Zeiträume', facts([['Geplant', span(head.plannedFrom, head.plannedUntil)],
      ['Bewilligungszeitraum', span(period.approvalFrom, period.approvalUntil)],
      ['Durchführungszeitraum', span(period.executionFrom, period.executionUntil)]])),
    dates(view),
    followUps.length > 0 && section('Vorgänger und Folgeprojekte', followUps.map(followUp)),
    findings.length > open.length && section('Beantwortete Fragen',
      findings.filter((one) => one.answer).map(question))
  ];
}

function question(one) {
  return element('div', { class: one.answer ? 'gl-result' : 'gl-note' },
    element('p', {}, element('strong', {}, one.question), ` (gestellt am ${formatDate(one.raisedOn)})`),
    prose(one.detail),
    one.answer ? element('p', {}, `Antwort vom ${formatDate(one.answeredOn)}`
      + `${one.answeredBy ? ` (${one.answeredBy})` : ''}: ${one.answer}`)
      : element('p', {}, 'Beantwortet wird sie in den Aufgaben: „Frage beantworten“.'));
}

/** Days that are known only roughly, as they were said. */
function dates(view) {
  return section('Ungefähre Angaben',
    view.project.dates.map((one) => element('div', {}, facts([[one.label,
      `„${one.asSaid}“${one.earliest || one.latest ? ` (${span(one.earliest, one.latest)})` : ''}${one.assumed ? ', angenommen' : ''}`]]),
    editor(view, `Angabe „${one.label}“ entfernen`, 'DELETE', `dates/${one.id}`, []))),
    view.project.dates.length === 0 && element('p', {}, 'Keine.'),
    editor(view, 'Ungefähre Angabe eintragen', 'POST', 'dates', [
      { name: 'label', label: 'Was geschieht', required: true, hint: 'Zum Beispiel: Betriebsbeginn' },
      { name: 'asSaid', label: 'Wie es gesagt wurde', required: true,
        hint: 'Zum Beispiel: voraussichtlich im Januar 2020' },
      { name: 'assumed', label: 'Die Angabe ist angenommen', type: 'flag' }]));
}

function followUp(one) {
  const name = [one.number, one.name].filter(Boolean).join(' · ') || 'noch nicht angelegt';
  return element('div', { class: 'gl-result' }, facts([
    [one.later ? 'Folgeprojekt' : 'Vorgänger',
      one.projectId ? element('a', { href: `/foerderung/#${one.projectId}` }, name) : name],
    ['Grund', one.reason],
    ['Voraussetzung', one.signaturesNeeded > 0 && `${one.signed} von ${one.signaturesNeeded} Partnern haben die `
      + `Kooperationsvereinbarung unterschrieben${one.gateOpenedOn ? `; erfüllt am ${formatDate(one.gateOpenedOn)}`
        : ''}`]]));
}
