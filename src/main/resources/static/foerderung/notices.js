import { element, formatDate, section, table } from '/vorgaenge/dom.js';
import { card, day, editor, euro, facts, prose, span } from './kit.js';

/** Applications, notices and changes of the grant, the latest last. */
export function showNotices(view) {
  const { applications, notices, amendments, duties } = view.project;
  return [
    section('Bescheide', notices.length ? notices.map((one) => notice(view, one))
      : element('p', {}, 'Es liegt noch kein Bescheid vor.')),
    section('Änderungen', amendments.length ? amendments.map(amendment)
      : element('p', {}, 'Die Zuwendung ist nicht geändert worden.'),
    element('p', {}, 'Eine Änderung beginnt in den Aufgaben über „Prozess starten“, „Änderung der Bewilligung“.')),
    section('Anträge', applications.length
      ? table('Anträge', ['Gestellt am', 'Unterlagen', 'Bemerkung'], applications.map((one) =>
        [day(one.filedOn, one.assumed) || 'nicht bekannt', one.documents, one.note]))
      : element('p', {}, 'Es ist noch kein Antrag gestellt.')),
    duties.length > 0 && section('Unterrichtung der Bewilligungsbehörde',
      table('Unterrichtungen', ['Anlass', 'Bekannt seit', 'Sachverhalt', 'Unterrichtet am', 'Wie'],
        duties.map((one) => [one.kindLabel, formatDate(one.noticedOn), one.matter,
          formatDate(one.toldOn) || 'noch nicht', one.toldHow])))
  ];
}

function notice(view, one) {
  return card(one.title,
    one.postedAssumed && element('p', { class: 'gl-note' },
      `Der Tag der Aufgabe zur Post ist nicht bekannt. Alle Fristen rechnen mit dem ${formatDate(one.postedOn)}; `
      + 'das ist angenommen.'),
    facts([['Stand', one.stateLabel], ['Behörde', one.authority], ['Aktenzeichen', one.fileReference],
      ['Zur Post gegeben', day(one.postedOn, one.postedAssumed)],
      ['Art der Bekanntgabe', one.methodLabel + (one.methodAssumed ? ' (angenommen)' : '')],
      ['Eingegangen', formatDate(one.receivedOn)],
      ['Bewilligungszeitraum', span(one.period.approvalFrom, one.period.approvalUntil)],
      ['Durchführungszeitraum', span(one.period.executionFrom, one.period.executionUntil)],
      ['Finanzierungsart', [one.financingLabel, one.paymentLabel].filter(Boolean).join(', ')],
      ['Fördersatz', one.rate !== null && `${one.rate.toLocaleString('de-DE')} v. H.`],
      ['Zuwendungsfähige Ausgaben', euro(one.eligibleTotal)], ['Höchstbetrag', euro(one.grantLimit)],
      ['Beträge je Jahr', one.years.map((year) => `${year.year}: ${euro(year.amount)}`).join('; ')],
      ['Nebenbestimmungen', one.conditions && prose(one.conditions)],
      ['Rechtsbehelfsfrist bis', formatDate(one.appealUntil) + (one.instruction ? '' : ' (ohne Belehrung: ein Jahr)')],
      ['Geprüft', formatDate(one.checkedOn)], ['Verzicht auf Rechtsbehelf', formatDate(one.waivedOn)],
      ['Rechtsbehelf eingelegt', one.challengedOn
        && [formatDate(one.challengedOn), one.challengeOutcome].filter(Boolean).join(': ')],
      ['Bestandskräftig seit', formatDate(one.finalOn)]]),
    one.clauses.length > 0 && table('Abweichungen von den Regeln des Programms', ['Regel', 'Wert', 'Wortlaut'],
      one.clauses.map((clause) => [clause.rule, clause.value, clause.printed])),
    one.sheetId && element('p', {}, element('a', {
      href: `/api/projects/${view.project.head.id}/documents/${one.sheetId}`
    }, 'Fristenblatt als PDF')),
    editor(view, 'Tag der Aufgabe zur Post eintragen', 'POST', `notices/${one.id}/posting`, [
      { name: 'postedOn', label: 'Zur Post gegeben am', type: 'day', required: true,
        hint: 'Poststempel oder Auskunft der Behörde; alle Fristen des Bescheids werden neu berechnet.' }]),
    ...remedies(view, one));
}

/** What can be done about a notice as long as nobody has waived or challenged it and it is not final. */
function remedies(view, one) {
  return one.waivedOn || one.challengedOn || one.finalOn ? [] : [
    editor(view, 'Rechtsbehelfsverzicht erklären', 'POST', `notices/${one.id}/waiver`, [
      { name: 'waivedOn', label: 'Verzicht erklärt am', type: 'day', required: true,
        hint: 'Der Bescheid ist damit bestandskräftig und kann nicht mehr angefochten werden.' }]),
    editor(view, 'Klage erhoben', 'POST', `notices/${one.id}/challenge`, [
      { name: 'challengedOn', label: 'Klage erhoben am', type: 'day', required: true,
        hint: 'Spätestens am letzten Tag der Rechtsbehelfsfrist. Der Bescheid ist nicht bestandskräftig, bis über die '
          + 'Klage entschieden ist.' }])];
}

function amendment(one) {
  return card(one.kindLabel, facts([['Stand', one.stateLabel],
    [one.hearing ? 'Anhörungsschreiben vom' : 'Möglichkeit eröffnet am', formatDate(one.begunOn)],
    [one.hearing ? 'Stellungnahme bis' : 'Möglich bis', formatDate(one.until)], ['Hinweis', one.note],
    ['Gremien beteiligen', one.committeesNeeded !== null
      && `${one.committeesNeeded ? 'ja' : 'nein'}${one.committeesGround ? `: ${one.committeesGround}` : ''}`],
    ['Stellungnahme', one.hearingStatement], ['Nicht genutzt, weil', one.refusal]]));
}
