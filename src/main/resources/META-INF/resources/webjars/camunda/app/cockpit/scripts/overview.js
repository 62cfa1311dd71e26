import { get } from '/vorgaenge/api.js';
import { element, formatDate, formatDateTime, formatDays, section, statusLine, table } from '/vorgaenge/dom.js';
import { bars } from './bars.js';

const LINES = 15;

/** What heads of offices want to know first: what is under way, what is late and who has it, what stands still. */
export default {
  id: 'gremienlauf.uebersicht',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  async render(node) {
    const status = statusLine();
    const content = element('div');
    node.classList.add('gl-view', 'gl-overview');
    node.replaceChildren(status.node, content);
    status.say('Bitte warten …');
    try {
      const [overview, weekly, incidents] = await Promise.all([
        get('/api/overview'), get('/api/weekly-list'), get('/api/overview/incidents')]);
      status.clear();
      content.replaceChildren(...draw(overview, weekly, incidents));
    } catch (error) {
      if (error.status === 403) {
        status.say('Die Übersicht ist für die Amtsleitung und die Administration.');
      } else {
        status.fail(error);
      }
    }
  }
};

function draw(overview, weekly, incidents) {
  const underWay = total(overview.papers);
  return [
    element('h3', { class: 'gl-title' }, `Übersicht am ${formatDate(overview.day)}`),
    element('ul', { class: 'gl-tiles' },
      tile(underWay, underWay === 1 ? 'Vorlage unterwegs' : 'Vorlagen unterwegs'),
      tile(weekly.late.length, weekly.late.length === 1 ? 'überfällige Aufgabe' : 'überfällige Aufgaben',
        weekly.late.length > 0 && 'late'),
      tile(overview.plans.missing, `${overview.plans.missing === 1 ? 'Vorlage' : 'Vorlagen'} ${misses(overview.plans.missing)}`,
        overview.plans.missing > 0 && 'late'),
      tile(overview.plans.near, overview.plans.near === 1 ? 'Vorlage ist knapp daran' : 'Vorlagen sind knapp daran',
        overview.plans.near > 0 && 'near'),
      tile(incidents.length, incidents.length === 1 ? 'Störung' : 'Störungen', incidents.length > 0 && 'late')),
    element('div', { class: 'gl-columns' },
      section('Vorlagen nach Stand', bars('Vorlagen nach Stand', 'Stand', overview.papers)),
      durations(overview.durations),
      bodies(overview.bodies),
      offices(overview.offices, weekly.offices),
      projects(overview.projects)),
    tight(overview.tight, overview.plans),
    late(weekly.late),
    atRisk(weekly.papersAtRisk),
    standsStill(incidents)
  ].filter(Boolean);
}

function total(counts) {
  return counts.reduce((sum, one) => sum + one.count, 0);
}

function misses(count) {
  return count === 1 ? 'verfehlt ihren Termin' : 'verfehlen ihren Termin';
}

function tile(count, label, kind) {
  return element('li', { class: kind ? `gl-tile gl-tile-${kind}` : 'gl-tile' },
    element('strong', {}, String(count)), ' ', element('span', {}, label));
}

function durations(known) {
  return section('Wie lange eine Vorlage dauert', known.papers === 0
    ? element('p', {}, 'In den letzten zwölf Monaten ist keine Vorlage entschieden worden.')
    : element('p', {}, `Die Hälfte der Vorlagen war nach ${days(known.median)} entschieden, neun von zehn nach `
      + `${days(known.nineTenths)} (vom Anlegen bis zum letzten Gremium, ${known.papers === 1 ? 'eine Vorlage'
        : `${known.papers} Vorlagen`} der letzten zwölf Monate).`),
  known.papers > 0 && bars('Dauer der Vorlagen', 'Dauer', known.classes));
}

function days(number) {
  return number === 1 ? 'einem Tag' : `${number} Tagen`;
}

function bodies(all) {
  return section('Wartet auf Gremien', all.length
    ? bars('Vorlagen, die auf ein Gremium warten', 'Gremium', all.slice(0, LINES).map((body) => ({
      label: body.name, count: body.waiting, kind: body.missing + body.overdue > 0 ? 'late' : body.withoutMeeting > 0 && 'near',
      text: [String(body.waiting), body.missing > 0 && `${body.missing} ${misses(body.missing)}`, body.overdue > 0 && `${body.overdue} ohne Ergebnis nach der Sitzung`,
        body.withoutMeeting > 0 && `${body.withoutMeeting} ohne Sitzung`,
        body.nextMeeting && `nächste Sitzung ${formatDate(body.nextMeeting)}`].filter(Boolean).join(' · ')
    })))
    : element('p', {}, 'Keine Vorlage wartet auf ein Gremium.'));
}

function offices(papers, work) {
  return section('Dienststellen',
    bars('Vorlagen nach federführender Dienststelle', 'Federführende Dienststelle', papers.slice(0, LINES)
      .map((office) => ({ label: office.name, count: office.underWay, kind: office.missing > 0 && 'late',
        text: [`${office.underWay} unterwegs`, `${office.preparing} in Vorbereitung`,
          office.missing > 0 && `${office.missing} ${misses(office.missing)}`].filter(Boolean).join(' · ') }))),
    element('h4', {}, 'Offene Aufgaben'),
    bars('Offene Aufgaben nach Dienststelle', 'Dienststelle', [...work]
      .sort((a, b) => b.overdue - a.overdue || b.open - a.open).slice(0, LINES)
      .map((office) => ({ label: office.name, count: office.open, kind: office.overdue > 0 && 'late',
        text: office.overdue > 0 ? `${office.open} offen, davon ${office.overdue} überfällig`
          : `${office.open} offen` }))));
}

function projects(counts) {
  return total(counts) > 0 && section('Förderprojekte nach Stand',
    bars('Förderprojekte nach Stand', 'Stand', counts));
}

/** Papers that miss the day until which they have to be decided, then those that are near it. */
function tight(papers, { missing, near, kept }) {
  return section('Was seinen Termin verfehlen wird', missing + near + kept === 0
    ? element('p', {}, 'Keine Vorlage, die unterwegs ist, hat einen Termin, bis zu dem sie entschieden sein muss.')
    : bars('Vorlagen mit einem Termin', 'Aussicht', [
      { label: 'verfehlen ihren Termin', count: missing, kind: 'late' },
      { label: 'halten ihn mit höchstens einer Woche Puffer', count: near, kind: 'near' },
      { label: 'halten ihn', count: kept }]),
  papers.length > 0 && table('Vorlagen, die ihren Termin verfehlen oder knapp halten', ['Vorlage', 'Dienststelle', 'Stand',
    'Zu entscheiden bis', 'Frühestens', 'Puffer', 'Hängt ab von', 'Warum'], papers.map((paper) => [
    name(paper), paper.leadOffice, paper.state, formatDate(paper.deadline),
    formatDate(paper.earliestEnd) || 'keine Sitzung', slack(paper), paper.critical ?? '–', paper.sentence])));
}

/** Whoever may not read the paper is told its number alone. */
function name(paper) {
  const number = paper.reference ?? 'noch ohne Nummer';
  return paper.name === null ? number : [element('a', { href: `/vorgaenge/index.html#${paper.paperId}` }, number),
    ` ${paper.name}`];
}

function slack({ slackDays, missing }) {
  return element('span', { class: missing ? 'gl-late' : 'gl-near' }, slackDays === null ? 'verfehlt'
    : formatDays(slackDays));
}

function late(tasks) {
  return section('Was zu spät ist und wer es hat',
    tasks.length === 0 ? element('p', {}, 'Keine Aufgabe ist überfällig.')
      : table('Überfällige Aufgaben', ['Aufgabe', 'Worum es geht', 'Dienststelle', 'Person', 'Fällig am',
        'Arbeitstage überfällig', 'Was geschah'], tasks.slice(0, LINES).map((task) => [task.task, task.about,
        task.office, task.person ?? 'noch niemand', formatDate(task.due), String(task.overdueDays),
        task.steps || '–'])),
    tasks.length > LINES && element('p', {}, `${tasks.length - LINES} weitere stehen in der Wochenliste.`),
    element('p', {}, element('a', { class: 'gl-button', href: '/wochenliste/' }, 'Wochenliste öffnen'), ' ',
      element('a', { class: 'gl-button', href: '/beschluesse/' }, 'Beschlüsse und vergessene Vorlagen')));
}

function atRisk(papers) {
  return papers.length > 0 && section('Vorlagen, die ihre nächste Sitzung verpassen können',
    table('Gefährdete Vorlagen', ['Vorlage', 'Dienststelle', 'Stand', 'Gremium', 'Sitzung', 'Abgabe bis'],
      papers.slice(0, LINES).map((paper) => [paper.reference ?? 'noch ohne Nummer', paper.leadOffice, paper.state,
        paper.body, formatDate(paper.meetingDay), formatDate(paper.submissionUntil)])));
}

function standsStill(incidents) {
  return section('Störungen', incidents.length
    ? table('Störungen', ['Vorgang', 'Worum es geht', 'Seit', 'Was ist'], incidents.map((one) => [
      element('a', { href: `#/process-instance/${one.processInstanceId}/runtime` }, one.process),
      one.about, formatDateTime(one.since), one.sentence]))
    : element('p', {}, 'Kein Vorgang steht wegen einer Störung still.'));
}
