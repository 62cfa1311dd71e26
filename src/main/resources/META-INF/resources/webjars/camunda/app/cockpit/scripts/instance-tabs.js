import { get } from '/vorgaenge/api.js';
import { mountAttachments } from '/vorgaenge/attachments.js';
import { element, formatDate, formatDateTime, section, statusLine, table } from '/vorgaenge/dom.js';
import { paperTimeline } from '/vorgaenge/paper-timeline.js';
import { mountPaperView } from '/vorgaenge/paper-view.js';
import { planSection } from '/vorgaenge/plan.js';

/** Tabs of a process instance: the paper it is about, and what it has passed. */
export default [
  paperTab('beratungsfolge', 'Beratungsfolge', 60, (node, { paperId, planned }) =>
    mountPaperView(node, paperId, (paper) => [sequence(paper, planned), planSection(paperId)])),
  paperTab('zeitleiste', 'Zeitleiste', 50, (node, { paperId }) =>
    mountPaperView(node, paperId, (paper) => [paperTimeline(paper)])),
  paperTab('dokumente', 'Dokumente', 40, (node, { paperId }) => {
    const papers = element('div');
    const attachments = element('div');
    node.replaceChildren(papers, attachments);
    mountPaperView(papers, paperId, (paper) => [documents(paper)]);
    mountAttachments(attachments, paperId);
  }),
  {
    id: 'gremienlauf.verlauf',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 30,
    properties: { label: 'Verlauf' },
    render: (node, { processInstanceId }) => show(node, async (content) => {
      const steps = await get(`/api/process-instances/${encodeURIComponent(processInstanceId)}/course`);
      content.replaceChildren(course(steps));
    })
  }
];

function paperTab(id, label, priority, mount) {
  return {
    id: `gremienlauf.${id}`,
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority,
    properties: { label },
    render: (node, { processInstanceId }) => show(node, async (content) => {
      try {
        mount(content, await get(`/api/process-instances/${encodeURIComponent(processInstanceId)}/paper`));
      } catch (error) {
        if (error.status !== 404) {
          throw error;
        }
        content.replaceChildren(element('p', {}, 'Zu diesem Vorgang gehört keine Vorlage.'));
      }
    })
  };
}

async function show(node, draw) {
  const status = statusLine();
  const content = element('div');
  node.classList.add('gl-view');
  node.replaceChildren(status.node, content);
  status.say('Bitte warten …');
  try {
    await draw(content);
    status.clear();
  } catch (error) {
    status.fail(error);
  }
}

/**
 * The stations with the day that was planned for their body when the sequence was confirmed, and the day that it is or
 * was: a body that put the paper off has a new station with the day of the old one.
 */
function sequence(paper, plannedDays) {
  const planned = new Map();
  paper.consultations.filter((station) => plannedDays[station.id] && !planned.has(station.organization))
    .forEach((station) => planned.set(station.organization, plannedDays[station.id]));
  return section(['Beratungsfolge', paper.reference].join(' '),
    element('p', {}, 'Stand: ', element('strong', {}, paper.stateLabel), paper.outsideDeadline
      && ` · zu entscheiden bis ${formatDate(paper.outsideDeadline)}`),
    paper.consultations.length === 0 ? element('p', {}, 'Es ist noch keine Station festgelegt.')
      : table('Stationen der Beratungsfolge', ['Rang', 'Gremium', 'Rolle', 'Zuerst geplant', 'Sitzung', 'Abweichung',
        'Stand', 'Ergebnis'], paper.consultations.map((station) => [String(station.rank), station.organization,
        station.roleLabel, formatDate(planned.get(station.organization)) || '–',
        formatDate(station.date) || (station.open ? 'noch keine Sitzung' : '–'),
        deviation(planned.get(station.organization), station.date),
        [station.stateLabel, station.open && station.waitsFor && `wartet auf: ${station.waitsFor}`]
          .filter(Boolean).join('; '),
        station.result ? `„${station.result}“` : station.kindLabel ?? '–'])));
}

function deviation(planned, actual) {
  const days = planned && actual ? Math.round((new Date(actual) - new Date(planned)) / 86400000) : null;
  return days === null ? '–' : days === 0 ? 'keine'
    : `${Math.abs(days)} ${Math.abs(days) === 1 ? 'Tag' : 'Tage'} ${days > 0 ? 'später' : 'früher'}`;
}

function documents(paper) {
  const path = `/api/papers/${paper.id}/document`;
  const link = (href, text) => element('li', {}, element('a', { href, download: true }, text));
  const excerpts = paper.consultations.flatMap((station) => station.excerpts.map((one) =>
    link(`/api/papers/${paper.id}/excerpts/${one.id}`, `${station.organization}: ${one.label}`)));
  return section('Vorlage und Beschlussauszüge',
    paper.document || excerpts.length > 0
      ? element('ul', {}, paper.document && [link(path, 'Vorlage als PDF'),
        link(`${path}?word=true`, 'Vorlage als Word-Datei')], excerpts)
      : element('p', {}, 'Die Vorlage ist noch nicht freigegeben; es gibt noch kein Dokument.'));
}

function course(steps) {
  return section('Verlauf des Vorgangs', steps.length === 0
    ? element('p', {}, 'Es ist noch nichts verzeichnet.')
    : table('Verlauf des Vorgangs', ['Schritt', 'Art', 'Wer', 'Von', 'Bis', 'Dauer'], steps.map((step) => [
      step.called ? element('a', { href: `#/process-instance/${step.called}/runtime` }, step.name) : step.name,
      step.kind, step.by ?? '–', formatDateTime(step.from),
      step.until ? formatDateTime(step.until) : element('strong', {}, 'läuft noch'),
      step.cancelled ? 'abgebrochen' : duration(step.from, step.until)])));
}

function duration(from, until) {
  if (!until) {
    return '';
  }
  const minutes = Math.round((new Date(until) - new Date(from)) / 60000);
  const unit = minutes < 1 ? null : minutes < 60 ? [minutes, 'Minute', 'Minuten']
    : minutes < 48 * 60 ? [Math.round(minutes / 60), 'Stunde', 'Stunden']
      : [Math.round(minutes / 60 / 24), 'Tag', 'Tage'];
  return unit ? `${unit[0]} ${unit[0] === 1 ? unit[1] : unit[2]}` : 'sofort';
}
