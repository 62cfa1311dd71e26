import { send } from './api.js';
import {
  button, element, field, formatDate, formatDateTime, richText, section, select, statusLine, table, textarea
} from './dom.js';
import { paperTimeline } from './paper-timeline.js';
import { mountPaperView } from './paper-view.js';
import { resolutionsOf } from './resolutions.js';

const KINDS = [['', 'aus dem Wortlaut des Ergebnisses'], ['ACCEPTED', 'Zugestimmt / beschlossen'],
  ['ACCEPTED_AMENDED', 'Mit Änderungen zugestimmt / beschlossen'], ['REJECTED', 'Abgelehnt'],
  ['REJECTED_FINALLY', 'Endgültig abgelehnt'], ['NOTED', 'Zur Kenntnis genommen'],
  ['POSTPONED', 'Vertagt / zurückgestellt'], ['REFERRED', 'Verwiesen (ohne Rücklauf)'],
  ['REFERRED_WITH_RETURN', 'Überwiesen (mit Rücklauf)'], ['WITHOUT_VOTE', 'Ohne Votum weitergegeben'],
  ['WITHDRAWN', 'Zurückgezogen'], ['SETTLED', 'Erledigt'], ['LAPSED', 'Verfallen (Ablauf der Wahlperiode)'],
  ['DEEMED_CONSENT', 'Zustimmung durch Fristablauf'], ['CONTINUE', 'Nimmt seinen Fortgang'],
  ['NONE', 'Kein Ergebnis']];

const KIND_LABELS = Object.fromEntries(KINDS);

const REFERENCE_KINDS = { SUPERORDINATED: 'gehört zu', RELATED: 'siehe auch', ANSWER: 'beantwortet durch' };

/** Shows everything that is known about a paper and offers what a person may do with it as a whole. */
export function mountOverview(node, paperId, onPaper) {
  return mountPaperView(node, paperId, (paper, view) => [
    actions(paper, view),
    paperTimeline(paper),
    head(paper),
    text(paper),
    paper.wordings.length > 0 && section('Fassungen', ...paper.wordings.map((wording) => wordingOf(paper, wording))),
    results(paper, view),
    resolutionsOf(paper),
    urgent(paper),
    involved(paper),
    section('Verlauf', paper.events.length
      ? table('Verlauf des Vorgangs', ['Zeitpunkt', 'Wer', 'Was'],
        paper.events.map((event) => [formatDateTime(event.at), event.user, event.text]))
      : element('p', {}, 'Es ist noch nichts verzeichnet.'))
  ].filter(Boolean), onPaper);
}

function actions(paper, view) {
  const reasonForm = (label, path, explanation, done) => {
    const reason = textarea('', { required: true, maxlength: 1000 });
    return disclosure(label, view, [element('p', {}, explanation), field('Begründung', reason)], async () => {
      requireText(reason, 'Bitte geben Sie eine Begründung an.');
      await view.changed(await send('POST', `/api/papers/${paper.id}/${path}`, { reason: reason.value.trim() }), done);
    });
  };
  const forms = [
    paper.mayWithdraw && reasonForm('Zurückziehen', 'withdraw',
      'Die Vorlage wird aus allen Gremien zurückgezogen, die noch nicht beraten haben.',
      'Die Vorlage ist zurückgezogen.'),
    paper.mayRevise && reasonForm('Neufassung', 'revise',
      'Die Vorlage geht zur Überarbeitung zurück; die Gremien beraten danach die neue Fassung.',
      'Die Neufassung ist begonnen.')
  ].filter(Boolean);
  return element('div', { class: 'gl-toolbar' },
    paper.document && element('a', {
      class: 'gl-button', href: `/api/papers/${paper.id}/document`, download: `${fileName(paper.reference)}.pdf`
    }, 'Vorlage als PDF'),
    paper.document && element('a', {
      class: 'gl-button', href: `/api/papers/${paper.id}/document?word=true`, download: `${fileName(paper.reference)}.docx`
    }, 'Vorlage als Word-Datei'),
    paper.mayAudit && element('a', { class: 'gl-button', href: `/api/papers/${paper.id}/audit`, download: true },
      'Prüfexport'),
    forms.map((form) => form.trigger), forms.map((form) => form.panel));
}

/** Slashes separate the parts of a reference but must not separate folders. */
function fileName(reference) {
  return `Vorlage ${reference ?? ''}`.trim().replace(/[^\p{L}\p{N}.-]+/gu, '-');
}

/** A button that opens a small form in place, and the form. */
function disclosure(label, view, fields, action) {
  const status = statusLine();
  const panel = element('div', { class: 'gl-panel', hidden: true });
  const toggle = (open) => {
    panel.hidden = !open;
    trigger.setAttribute('aria-expanded', open);
    (open ? panel.querySelector('input, select, textarea') : trigger).focus();
  };
  const trigger = button(label, () => toggle(panel.hidden), { 'aria-expanded': 'false' });
  const confirm = button(`${label}: bestätigen`, () => view.run(confirm, status, action),
    { class: 'gl-button gl-primary' });
  panel.append(...fields, element('div', { class: 'gl-actions' }, confirm,
    button('Abbrechen', () => toggle(false)), status.node));
  return { trigger, panel };
}

function requireText(input, message) {
  if (!input.value.trim()) {
    input.focus();
    throw new Error(message);
  }
}

function head(paper) {
  const references = paper.references
    .map((other) => [REFERENCE_KINDS[other.kind], other.reference].filter(Boolean).join(' ')).join(', ');
  const facts = [['Vorlagen-Nummer', paper.reference], ['Betreff', paper.name], ['Art', paper.type],
    ['Stand', paper.stateLabel], ['Federführung', paper.leadOffice],
    ['Öffentlichkeit', paper.publicPaper ? 'öffentlich'
      : `nichtöffentlich${paper.nonPublicGround ? `: ${paper.nonPublicGround}` : ''}`],
    ['Frist von außen', outsideDeadline(paper.outsideDeadline)], ['Bezug', references],
    ['Themen', paper.topics.join(', ')]];
  return section('Kopfdaten', element('dl', { class: 'gl-facts' },
    facts.filter(([, value]) => value).map(([name, value]) =>
      element('div', {}, element('dt', {}, name), element('dd', {}, value)))));
}

function outsideDeadline(deadline) {
  return /^\d{4}-\d\d-\d\d/.test(deadline ?? '') ? formatDate(deadline) : deadline;
}

function text(paper) {
  return section('Text der Vorlage',
    paper.resolutionPoints.length > 0 && element('h4', {}, 'Beschlussvorschlag'),
    points(paper.resolutionPoints),
    paper.blocks.flatMap((block) => [element('h4', {}, block.heading),
      block.rich ? richText(block.rich) : element('p', { class: 'gl-prose' }, block.text)]),
    !paper.resolutionPoints.length && !paper.blocks.length && element('p', {}, 'Es gibt noch keinen Text.'));
}

/** A single point has no number of its own: one in front of it is part of its words. */
function points(list) {
  const words = (point) => (point.rich ? richText(point.rich) : point.text);
  const look = (point) => (point.rich ? null : 'gl-prose');
  if (list.length === 1) {
    return element('div', { class: look(list[0]) }, words(list[0]));
  }
  return list.length > 0 && element('ol', { class: 'gl-points' },
    list.map((point) => element('li', { value: point.number, class: look(point) }, words(point))));
}

function wordingOf(paper, wording) {
  const bodies = paper.consultations.filter((station) => station.wordingLabel === wording.label)
    .map((station) => station.organization);
  return element('details', {},
    element('summary', {}, `${wording.label} vom ${formatDate(wording.createdOn)}`,
      ` (${bodies.length ? `darüber abgestimmt: ${bodies.join(', ')}` : 'darüber wurde noch nicht abgestimmt'})`),
    points(wording.points));
}

function results(paper, view) {
  const concluded = paper.consultations.filter((station) => station.result || station.kind);
  return section('Ergebnisse', concluded.length
    ? concluded.map((station) => resultOf(paper, station, view))
    : element('p', {}, 'Noch hat kein Gremium beraten.'));
}

function resultOf(paper, station, view) {
  const vote = station.vote;
  const facts = [['Ergebnis', station.result && `„${station.result}“`], ['Art', station.kindLabel],
    ['Wirkung', effect(station)], ['Fassung', station.wordingLabel], ['Abstimmung', vote && voteText(vote)],
    ['Dagegen', vote?.against?.join('; ')], ['Enthalten', vote?.abstaining?.join('; ')],
    ['Bedingung', station.condition], ['Vollziehbar ab', enforceable(station.enforceable)],
    ['Bemerkung', station.remark]];
  const correction = paper.mayCorrect && correctionForm(station, view);
  return element('article', { class: 'gl-result' },
    element('h4', {}, [station.organization, station.roleLabel, formatDate(station.date)].filter(Boolean).join(' · ')),
    station.contradiction && element('p', { class: 'gl-note' }, 'Widerspruch: ', station.contradiction),
    element('dl', { class: 'gl-facts' }, facts.filter(([, value]) => value).map(([name, value]) =>
      element('div', {}, element('dt', {}, name), element('dd', {}, value)))),
    station.pointVotes.length > 0 && element('ul', {}, station.pointVotes.map((point) =>
      element('li', {}, `Punkt ${point.point}: ${point.text || KIND_LABELS[point.outcome] || point.outcome}`))),
    station.corrections.map((one) => element('p', { class: 'gl-note' },
      `Berichtigt am ${formatDateTime(one.at)} von ${one.by}: ${one.reason} (vorher: „${one.oldResult}“)`)),
    correction && element('div', { class: 'gl-toolbar' }, correction.trigger, correction.panel));
}

function effect(station) {
  return [station.effectLabel, station.runEnds && 'der Lauf durch die Gremien ist damit beendet']
    .filter(Boolean).join('; ');
}

function enforceable(from) {
  return from && `${formatDate(from.date)} (${from.ground}): ${from.steps.join(' ')}`;
}

/** Decisions taken in place of a body that could not meet in time. */
function urgent(paper) {
  return paper.urgentDecisions.length > 0 && section('Dringlichkeitsentscheidung',
    paper.urgentDecisions.map((one) => {
      const facts = [['Stand', one.stateLabel], ['Anstelle von', one.organization],
        ['Zu entscheiden bis', formatDate(one.neededBy)], ['Dringlichkeit', one.urgency],
        ['Entschieden am', one.decidedOn && formatDate(one.decidedOn)], ['Entschieden von', one.by],
        ['Rechtsgrund', one.ground], ['Prüfsumme des Textes', one.textHash],
        ['Rechte anderer', one.rightsOfOthers],
        [one.decidedOn ? 'Rückgängig zu machen' : 'Grund', one.outcome]];
      return element('dl', { class: 'gl-facts' }, facts.filter(([, value]) => value).map(([name, value]) =>
        element('div', {}, element('dt', {}, name), element('dd', {}, value))));
    }));
}

function voteText(vote) {
  const counts = [['Ja', vote.yes], ['Nein', vote.no], ['Enthaltungen', vote.abstentions]]
    .filter(([, count]) => count !== null && count !== undefined).map(([name, count]) => `${name}: ${count}`);
  return [vote.text || (vote.unanimous && 'einstimmig'), counts.join(', ')].filter(Boolean).join(' · ');
}

function correctionForm(station, view) {
  const result = element('input', { type: 'text', required: true, value: station.result ?? '', maxlength: 500 });
  const kind = select(KINDS, '');
  const vote = element('input', { type: 'text', value: station.vote?.text ?? '', maxlength: 1000 });
  const reason = textarea('', { required: true, maxlength: 1000 });
  return disclosure('Ergebnis berichtigen', view, [
    field('Ergebnis, wie es in der Niederschrift steht', result), field('Art des Ergebnisses', kind),
    field('Abstimmung im Wortlaut', vote), field('Begründung der Berichtigung', reason)
  ], async () => {
    requireText(result, 'Bitte geben Sie das richtige Ergebnis an.');
    requireText(reason, 'Bitte begründen Sie die Berichtigung.');
    const answer = await send('POST', `/api/consultations/${station.id}/correction`, {
      result: result.value.trim(), kind: kind.value || null, vote: vote.value.trim() || null,
      reason: reason.value.trim()
    });
    await view.changed(answer, `Das Ergebnis von ${station.organization} ist berichtigt.`);
  });
}

function involved(paper) {
  const coSignatures = paper.coSignatures.map((one) => [one.office, one.stateLabel, one.reason,
    formatDate(one.dueDate), formatDateTime(one.decidedAt)]);
  return section('Mitzeichnung und Unterschrift',
    coSignatures.length > 0
      ? table('Mitzeichnungen', ['Dienststelle', 'Stand', 'Einwand', 'Frist', 'Entschieden am'], coSignatures)
      : element('p', {}, 'Es hat keine Dienststelle mitgezeichnet.'),
    paper.signatures.map((one) => element('p', {}, `${one.text} (${formatDate(one.signedOn)})`)));
}
