import { element, formatDate, section, table } from '/vorgaenge/dom.js';
import { day, editor, facts } from './kit.js';

/** What went to committees, and the reports. */
export function showPapers(view) {
  const { papers, reports, finalReport, proof } = view.project;
  return [
    section('Vorlagen für die Gremien', papers.length
      ? table('Vorlagen', ['Zweck', 'Vorlage', 'Stand', 'Ergebnis', 'Begründung'], papers.map((one) => [
        one.purposeLabel, link(one), one.stateLabel || one.needLabel,
        [one.outcomeLabel, formatDate(one.endedOn)].filter(Boolean).join(' am '), one.ground]))
      : element('p', {}, 'Die Gremien sind noch nicht befasst.')),
    section('Berichte', reports.length
      ? table('Berichte', ['Bericht', 'Grundlage', 'Beginn der Arbeit', 'Fällig', 'Vorgelegt', 'Stand', 'Kündigt an'],
        reports.map((one) => [one.title, [one.basisLabel, one.basisNote].filter(Boolean).join(': '),
          formatDate(one.beginOn), formatDate(one.dueOn), day(one.submittedOn, one.submittedAssumed), one.stateLabel,
          one.announces]))
      : element('p', {}, 'Es ist kein Bericht geplant.'),
    editor(view, 'Bericht planen', 'POST', 'reports', [
      { name: 'title', label: 'Bezeichnung', required: true },
      { name: 'basis', label: 'Grundlage', type: 'choice', options: view.project.choices.reportBasis,
        required: true },
      { name: 'basisNote', label: 'Fundstelle', hint: 'Zum Beispiel: Nebenbestimmung Nummer 4' },
      { name: 'dueOn', label: 'Fällig am', type: 'day',
        hint: 'Leer: am Ende des Bewilligungszeitraums. Der Termin wandert dann mit einer Verlängerung.' }])),
    section('Abschlussbericht', finalReport
      ? facts([['Betreff', finalReport.subject],
        ['Fertiggestellt', formatDate(finalReport.finishedOn) || 'noch nicht']])
      : element('p', {}, 'Noch nicht begonnen.')),
    section('Verwendungsnachweis', proof
      ? facts([['Stand', proof.stateLabel], ['Fällig', formatDate(proof.dueOn)],
        ['Vorgelegt', formatDate(proof.submittedOn)],
        ['Prüfvermerk', proof.auditedOn && [formatDate(proof.auditedOn), proof.auditLabel, proof.auditNote]
          .filter(Boolean).join(', ')]])
      : element('p', {}, 'Noch nicht begonnen.'))
  ];
}

function link(one) {
  const text = [one.reference, one.name].filter(Boolean).join(' · ');
  return one.paperId ? element('a', { href: `/vorgaenge/index.html#${one.paperId}` }, text || 'Entwurf') : text;
}
