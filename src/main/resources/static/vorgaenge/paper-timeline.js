import { element, formatDate, formatDateTime, section } from './dom.js';
import { timeline, withPresent } from './timeline.js';

/** Where a paper stands: from its draft through its bodies to its end. */
export function paperTimeline(paper) {
  const steps = [...preparation(paper), ...stations(paper)];
  const ended = ending(paper);
  return section('Wo der Vorgang steht',
    element('p', {}, 'Stand: ', element('strong', {}, paper.stateLabel)),
    timeline('Weg der Vorlage', ended ? [...steps, ended] : withPresent(steps)));
}

function preparation(paper) {
  const begun = paper.events[0];
  const drafted = paper.state !== 'DRAFT';
  const steps = [{
    state: drafted ? 'past' : 'future', when: formatDate(begun?.at), title: 'Entwurf',
    lines: [begun && `Angelegt am ${formatDateTime(begun.at)}.`, paper.returnedBecause
      && `Zurückgegeben: ${paper.returnedBecause}`]
  }];
  for (const one of paper.coSignatures) {
    steps.push({
      state: one.state === 'REQUESTED' ? 'future' : one.state === 'CANCELLED' ? 'dropped' : 'past',
      when: one.decidedAt ? formatDate(one.decidedAt) : `bis ${formatDate(one.dueDate)}`,
      title: `Mitzeichnung: ${one.office}`, lines: [one.stateLabel, one.reason]
    });
  }
  for (const one of paper.signatures) {
    steps.push({ state: 'past', when: formatDate(one.signedOn), title: 'Zeichnung', lines: [one.text] });
  }
  if (paper.released) {
    steps.push({
      state: 'past', when: formatDate(paper.released), title: `Freigabe der Vorlage ${paper.reference}`,
      lines: [paper.textHash && ['Prüfsumme des Textes: ', element('span', { class: 'gl-hash' }, paper.textHash)]],
      links: [paper.document && link(`/api/papers/${paper.id}/document`, 'Vorlage als PDF')].filter(Boolean)
    });
  } else if (!['WITHDRAWN', 'DISCARDED'].includes(paper.state)) {
    steps.push({ state: 'future', title: drafted ? 'Zeichnung und Freigabe' : 'Mitzeichnung, Zeichnung und Freigabe' });
  }
  return steps;
}

function stations(paper) {
  const supplements = paper.attachments.filter((one) => one.supplementOn).map((one) => ({
    day: one.supplementOn, state: 'past', when: formatDate(one.supplementOn), title: `Ergänzung: ${one.name}`,
    links: one.fileName ? [link(`/api/papers/${paper.id}/attachments/${one.id}`, one.fileName)] : []
  }));
  const bodies = paper.consultations.map((station) => ({ ...station, day: station.concludedOn ?? station.date }))
    .map((station) => ({
      day: station.day, state: stateOf(station), when: formatDate(station.day),
      title: [station.organization, station.roleLabel].filter(Boolean).join(' · '),
      lines: [
        station.result ? ['„', station.result, '“', station.provisional && ' (vorläufig)'].filter(Boolean)
          : station.stateLabel,
        station.kindLabel && station.result && station.kindLabel,
        station.vote?.text, station.wordingLabel && `Fassung: ${station.wordingLabel}`,
        station.open && station.waitsFor && `Wartet auf ${station.waitsFor}.`,
        station.dropReason, ...station.corrections.map((one) => `Berichtigt am ${formatDateTime(one.at)}: ${one.reason}`)
      ],
      links: station.excerpts.map((one) => link(`/api/papers/${paper.id}/excerpts/${one.id}`, one.label))
    }));
  // What is over by day; what comes stays in the order of the sequence.
  const over = [...bodies.filter((step) => step.state !== 'future'), ...supplements]
    .sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
  return [...over, ...bodies.filter((step) => step.state === 'future')];
}

function stateOf(station) {
  return station.state === 'DROPPED' ? 'dropped' : station.open ? 'future' : 'past';
}

/** The last step of a paper that nothing more happens with. */
function ending(paper) {
  const running = ['DRAFT', 'CO_SIGNING', 'SIGNING', 'SIGNED', 'IN_CONSULTATION', 'ANSWER_PENDING'];
  const last = paper.events.at(-1);
  return running.includes(paper.state) ? null
    : { state: 'present', when: formatDate(last?.at), title: `Vorgang abgeschlossen: ${paper.stateLabel}` };
}

function link(href, text) {
  return element('a', { href, download: true }, text);
}
