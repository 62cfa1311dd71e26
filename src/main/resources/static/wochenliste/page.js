import { get } from '/vorgaenge/api.js';
import { element, formatDate, formatDays, section, statusLine, table } from '/vorgaenge/dom.js';

/** What is open and overdue by office and person, and the papers that may miss their meeting or their deadline. */

const main = document.querySelector('main');
const status = statusLine();
status.say('Bitte warten …');
main.replaceChildren(element('div', { class: 'gl-view' }, status.node));
try {
  show(await get('/api/weekly-list'));
} catch (error) {
  status.fail(error);
}

function show(list) {
  main.replaceChildren(element('div', { class: 'gl-view' },
    element('h2', {}, `Offen und überfällig am ${formatDate(list.day)}`),
    element('p', {}, element('a', { class: 'gl-button gl-primary', href: '/api/weekly-list.xlsx' },
      'Als Tabelle herunterladen')),
    counts('Dienststellen', 'Dienststelle', list.offices),
    counts('Personen', 'Person', list.people),
    section('Fristen, die nicht oder nur knapp zu halten sind', list.deadlines.length
      ? table('Gefährdete Fristen', ['Vorlage', 'Dienststelle', 'Frist', 'Entscheidung möglich', 'Puffer', 'Lage'],
        list.deadlines.map((paper) => [
          [element('a', { href: `/vorgaenge/#${paper.paperId}` }, paper.reference), ` ${paper.name ?? ''}`], paper.leadOffice,
          formatDate(paper.deadline), formatDate(paper.earliestEnd) || 'unbekannt', slack(paper), paper.sentence]))
      : element('p', {}, 'Alle von außen gesetzten Fristen sind zu halten.')),
    section('Vorlagen, die ihre Sitzung verpassen können', list.papersAtRisk.length
      ? table('Gefährdete Vorlagen', ['Vorlage', 'Dienststelle', 'Stand', 'Gremium', 'Sitzung', 'Abgabe bis'],
        list.papersAtRisk.map((paper) => [paper.reference, paper.leadOffice, paper.state, paper.body,
          formatDate(paper.meetingDay), formatDate(paper.submissionUntil)]))
      : element('p', {}, 'Keine Vorlage ist gefährdet.')),
    section('Überfällige Aufgaben', list.late.length
      ? table('Überfällige Aufgaben', ['Aufgabe', 'Nummer', 'Dienststelle', 'Person', 'Fällig am',
        'Arbeitstage überfällig', 'Schritte'], list.late.map((task) => [task.task, task.about, task.office,
        task.person ?? 'noch niemand', formatDate(task.due), String(task.overdueDays), task.steps || '–']))
      : element('p', {}, 'Keine Aufgabe ist überfällig.'))));
}

function slack({ meets, slackDays }) {
  const text = slackDays === null ? 'keiner' : formatDays(slackDays);
  return element('span', { class: `gl-slack ${meets ? 'gl-close' : 'gl-missed'}` }, text);
}

function counts(title, who, rows) {
  return section(title, table(title, [who, 'Offen', 'Überfällig', 'Früheste Frist'], rows.map((row) => [row.name,
    String(row.open), String(row.overdue), formatDate(row.oldestDue) || '–'])));
}
