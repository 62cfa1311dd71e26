import { element, formatDate, section, table } from '/vorgaenge/dom.js';
import { card, day, editor, prose, tools } from './kit.js';

/** What the project works on and what it achieves. */
export function showResults(view) {
  const { topics, objectives, recommendations, concepts } = view.project;
  return [
    section('Schwerpunktthemen', topics.map((one) => topic(view, one)),
      topics.length === 0 && element('p', {}, 'Es ist noch kein Thema festgelegt.'),
      editor(view, 'Thema hinzufügen', 'POST', 'topics', [
        { name: 'name', label: 'Thema', required: true },
        { name: 'description', label: 'Beschreibung', type: 'lines' },
        { name: 'noticeId', label: 'Grundlage', type: 'choice', options: noticeChoices(view) }])),
    section('Ziele', objectives.length > 0 && table('Ziele',
      ['Nr.', 'Ziel', 'Maßnahme', 'Zielwert', 'Stand', 'Erreicht'], objectives.map((one) => [String(one.number),
        [one.wording, one.topic && element('div', { class: 'gl-hint' }, one.topic)], one.measure, one.target,
        one.stateLabel, one.achieved])),
    objectives.length === 0 && element('p', {}, 'Es ist noch kein Ziel festgelegt.'),
    tools(objectives.map((one) => editor(view, `Ziel ${one.number}: Stand eintragen`, 'PUT', `objectives/${one.id}`, [
      { name: 'state', label: 'Stand', type: 'choice', options: view.project.choices.objectiveStates,
        value: one.state },
      { name: 'achieved', label: 'Was erreicht wurde', type: 'lines', value: one.achieved }])),
    editor(view, 'Ziel hinzufügen', 'POST', 'objectives', [
      { name: 'wording', label: 'Ziel', type: 'lines', required: true },
      { name: 'measure', label: 'Maßnahme', type: 'lines' }, { name: 'target', label: 'Zielwert' },
      { name: 'topicId', label: 'Thema', type: 'choice', options: topicChoices(view) }]))),
    section('Handlungsempfehlungen', recommendations.map((one) => recommendation(view, one)),
      recommendations.length === 0 && element('p', {}, 'Es gibt noch keine.'),
      editor(view, 'Handlungsempfehlung hinzufügen', 'POST', 'recommendations', [
        { name: 'wording', label: 'Wortlaut', type: 'lines', required: true },
        { name: 'addressee', label: 'An wen', hint: 'Zum Beispiel: Fachkoordination Arbeit' },
        { name: 'topicId', label: 'Thema', type: 'choice', options: topicChoices(view) }])),
    section('Konzepte', concepts.map((one) => concept(view, one)),
      concepts.length === 0 && element('p', {}, 'Es gibt noch keines.'),
      editor(view, 'Konzept hinzufügen', 'POST', 'concepts', [
        { name: 'name', label: 'Name', required: true, hint: 'Zum Beispiel: KOKIP' },
        { name: 'longName', label: 'Ausgeschrieben' },
        { name: 'topicId', label: 'Thema', type: 'choice', options: topicChoices(view) }]))
  ];
}

function topicChoices(view) {
  return [['', 'keines'], ...view.project.topics.map((one) => [one.id, one.name])];
}

function noticeChoices(view) {
  return [['', 'das Projekt selbst'], ...view.project.notices.map((one) =>
    [one.id, one.title])];
}

function topic(view, one) {
  const notice = view.project.notices.find((other) => other.id === one.noticeId);
  return card(`${one.number}. ${one.name}`,
    notice && element('p', { class: 'gl-hint' }, `Grundlage: ${notice.title}`),
    prose(one.description),
    one.outcomes.length > 0
      ? table('Was daraus wird', ['Ergebnis', 'Übernimmt', 'Bemerkung'],
        one.outcomes.map((outcome) => [outcome.kindLabel, outcome.takenOverBy, outcome.description]))
      : element('p', {}, 'Was daraus wird, ist noch nicht festgehalten.'),
    tools(editor(view, `Thema ${one.number} ändern`, 'PUT', `topics/${one.id}`, [
      { name: 'name', label: 'Thema', required: true, value: one.name },
      { name: 'description', label: 'Beschreibung', type: 'lines', value: one.description }]),
    editor(view, `Thema ${one.number}: Ergebnis hinzufügen`, 'POST', `topics/${one.id}/outcomes`, [
      { name: 'kind', label: 'Was daraus wird', type: 'choice', options: view.project.choices.outcomeKinds,
        required: true },
      { name: 'takenOverBy', label: 'Wer übernimmt', hint: 'Dienststelle oder Einrichtung' },
      { name: 'description', label: 'Bemerkung', type: 'lines' }])));
}

function recommendation(view, one) {
  const open = one.state === 'OPEN';
  return card(`${one.number}. Handlungsempfehlung`, prose(one.wording),
    element('p', {}, [one.topic, one.addressee && `an ${one.addressee}`, one.stateLabel,
      one.takenUpBy && `durch ${one.takenUpBy}${one.takenUpOn ? ` am ${formatDate(one.takenUpOn)}` : ''}`]
      .filter(Boolean).join(' · ')),
    tools(open && editor(view, `Empfehlung ${one.number}: aufgegriffen`, 'POST', `recommendations/${one.id}/taken-up`, [
      { name: 'unit', label: 'Wer greift sie auf', required: true }, { name: 'day', label: 'Wann', type: 'day' }]),
    open && editor(view, `Empfehlung ${one.number}: nicht weiterverfolgen`, 'POST',
      `recommendations/${one.id}/dropped`, [{ name: 'reason', label: 'Warum', type: 'lines', required: true }])));
}

function concept(view, one) {
  const latest = one.versions.at(-1);
  return card([one.name, one.longName].filter(Boolean).join(': '),
    one.topic && element('p', { class: 'gl-hint' }, one.topic),
    one.versions.length > 0 && table(`Fassungen von ${one.name}`, ['Fassung', 'Inhalt', 'Beschlossen'],
      one.versions.map((version) => [String(version.number), version.description, version.decisions.length
        ? element('ul', {}, version.decisions.map((decision) => element('li', {}, decided(decision))))
        : day(version.decidedOn, version.assumed)])),
    one.openPoints.length > 0 && element('ul', {}, one.openPoints.map((point) => element('li', {},
      point.settledBy ? `${point.point}: geklärt${point.settledOn ? ` am ${formatDate(point.settledOn)}` : ''}, ${
        point.settledBy}` : element('strong', {}, `Offen: ${point.point}`)))),
    tools(editor(view, `${one.name}: neue Fassung`, 'POST', `concepts/${one.id}/versions`, [
      { name: 'description', label: 'Was diese Fassung ausmacht', type: 'lines', required: true }]),
    latest && view.project.bodies.length > 0 && editor(view, `${one.name}: Beschluss eines Gremiums`, 'POST',
      `concepts/${one.id}/decisions`, [
        { name: 'version', label: 'Fassung', type: 'choice', value: String(latest.number),
          options: one.versions.map((version) => [String(version.number), String(version.number)]) },
        { name: 'organizationId', label: 'Gremium', type: 'choice',
          value: view.project.bodies[0].organizationId,
          options: view.project.bodies.map((body) => [body.organizationId, body.name]) },
        { name: 'day', label: 'Beschlossen am', type: 'day', hint: 'Leer, wenn der Tag nicht bekannt ist.' }]),
    editor(view, `${one.name}: offenen Punkt hinzufügen`, 'POST', `concepts/${one.id}/points`, [
      { name: 'point', label: 'Was ist offen', required: true, hint: 'Zum Beispiel: Finanzierung unklar' },
      { name: 'day', label: 'Seit wann', type: 'day' }]),
    one.openPoints.filter((point) => !point.settledBy).map((point) => editor(view, `Geklärt: ${point.point}`, 'POST',
      `points/${point.id}/settled`, [{ name: 'how', label: 'Wie geklärt', type: 'lines', required: true },
        { name: 'day', label: 'Wann', type: 'day' }]))));
}

function decided(decision) {
  const text = [decision.organization, formatDate(decision.decidedOn)].filter(Boolean).join(' am ');
  return decision.meetingId ? element('a', { href: `/sitzung/?id=${decision.meetingId}` }, text) : text;
}
