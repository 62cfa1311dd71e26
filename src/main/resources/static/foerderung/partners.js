import { element, formatDate, section } from '/vorgaenge/dom.js';
import { card, day, editor, euro, facts, span, tools } from './kit.js';

/** Who takes part: partners outside the administration, and the bodies of the project. */
export function showPartners(view) {
  const { partners, bodies, choices } = view.project;
  return [
    section('Partner', partners.map((one) => partner(view, one)),
      partners.length === 0 && element('p', {}, 'Es sind keine Partner eingetragen.'),
      editor(view, 'Partner hinzufügen', 'POST', 'partners', [
        { name: 'name', label: 'Name', required: true },
        { name: 'kind', label: 'Art', type: 'choice', options: choices.partnerKinds, required: true },
        { name: 'participation', label: 'Beteiligung', type: 'choice', options: choices.participations,
          required: true }])),
    section('Projektgremien', bodies.map(body),
      bodies.length === 0 && element('p', {}, 'Das Projekt hat noch keine Gremien.'),
      tools(editor(view, 'Vorhandenes Gremium zuordnen', 'POST', 'bodies', [
        { name: 'organizationId', label: 'Gremium', type: 'choice', options: choices.projectBodies,
          hint: 'Ein Gremium kann mehreren Projekten dienen.', required: true }]),
      editor(view, 'Neues Gremium anlegen', 'POST', 'bodies', [
        { name: 'name', label: 'Name', required: true, hint: 'Zum Beispiel: Lenkungsgruppe' },
        { name: 'from', label: 'Besteht ab', type: 'day' }])))
  ];
}

function partner(view, one) {
  return card(one.name, facts([['Art', one.kindLabel], ['Beteiligung', one.participationLabel],
    ['Kooperationsvereinbarung', one.kind === 'COOPERATION' && (day(one.agreementSignedOn, one.agreementAssumed)
      || 'noch nicht unterschrieben')],
    ['Weitergegebene Mittel', euro(one.passedOn)],
    ['Zustimmung zur Weitergabe', one.passedOn !== null && (formatDate(one.consentOn) || 'liegt nicht vor')],
    ['Nachweis des Partners', one.proofDue && `fällig am ${formatDate(one.proofDue)}`
      + (one.proofReceivedOn ? `, eingegangen am ${formatDate(one.proofReceivedOn)}` : '')],
    ['Anerkannt', euro(one.proofAccepted)]]),
  tools(one.kind === 'COOPERATION' && !one.agreementSignedOn && editor(view,
    `Vereinbarung mit ${one.name} unterschrieben`, 'POST', `partners/${one.id}/agreement`, [
    { name: 'signedOn', label: 'Unterschrieben am', type: 'day', required: true },
    { name: 'assumed', label: 'Der Tag ist angenommen', type: 'flag' }]),
  editor(view, `Mittel an ${one.name} weitergeben`, 'POST', `partners/${one.id}/passed-on`, [
    { name: 'amount', label: 'Betrag in Euro', type: 'amount', required: true, value: one.passedOn },
    { name: 'consentOn', label: 'Zustimmung der Bewilligungsbehörde vom', type: 'day', value: one.consentOn,
      hint: 'Ohne Zustimmung wird danach gefragt.' }])));
}

function body(one) {
  return card(one.name, facts([['Besteht', span(one.from, one.until)],
    ['Auch in', one.otherProjects.join(', ')],
    ['Sitzungen', one.meetings.length > 0 && one.meetings.flatMap((meeting, index) =>
      [index > 0 && ', ', element('a', { href: `/sitzung/?id=${meeting.id}` }, formatDate(meeting.day))])
      .filter(Boolean)]]));
}
