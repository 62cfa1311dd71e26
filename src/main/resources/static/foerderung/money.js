import { element, formatDate, section, table } from '/vorgaenge/dom.js';
import { amount, euro, facts, prose } from './kit.js';

/** The financing plan against what became of it, calls for funds and the computed grant. */
export function showMoney({ project }) {
  const { financing, calls, notices, proof } = project;
  const expenditure = financing.filter((one) => one.side === 'EXPENDITURE');
  const sources = financing.filter((one) => one.side !== 'EXPENDITURE');
  return [
    section('Ausgaben', expenditure.length
      ? plan('Ausgaben', expenditure, (one) => one.eligible ? '' : 'nicht zuwendungsfähig')
      : element('p', {}, 'Es gibt noch keinen Finanzierungsplan.')),
    sources.length > 0 && section('Finanzierung', plan('Finanzierung', sources, (one) => one.sourceLabel)),
    section('Bewilligte Beträge', notices.some((one) => one.years.length)
      ? element('div', { class: 'gl-money' }, table('Beträge je Haushaltsjahr', ['Bescheid', 'Jahr', 'Betrag'],
        notices.flatMap((one) =>
        one.years.map((year) => [one.title, String(year.year),
          amount(year.amount)]))))
      : element('p', {}, 'Kein Bescheid nennt Beträge je Haushaltsjahr.')),
    section('Mittelabrufe', calls.length
      ? table('Mittelabrufe', ['Stand', 'Abgerufen', 'Betrag', 'Zahlungen bis', 'Ausgezahlt', 'Zu verwenden bis',
        'Verwendet'], calls.map((one) => [one.stateLabel, formatDate(one.calledOn), euro(one.amount),
        formatDate(one.paymentsUntil), [euro(one.paid), formatDate(one.paidOn)].filter(Boolean).join(' am '),
        formatDate(one.useUntil),
        [euro(one.used), formatDate(one.usedConfirmedOn)].filter(Boolean).join(', bestätigt am ')]))
      : element('p', {}, 'Es sind noch keine Mittel abgerufen.'),
    element('p', {}, 'Ein Mittelabruf beginnt in den Aufgaben über „Prozess starten“, „Mittelabruf“.')),
    Number.isFinite(proof?.computedGrant) && section('Zuwendung nach dem Verwendungsnachweis',
      facts([['Berechnet', euro(proof.computedGrant)], ['Zu erstatten', euro(proof.repayment)]]),
      prose(proof.computation))
  ];
}

/** Plan against actual, with the deviation and sums. */
function plan(caption, lines, note) {
  const actual = lines.some((one) => one.actual !== null);
  const sum = (name) => lines.reduce((total, one) => total + Math.round((one[name] ?? 0) * 100), 0) / 100;
  return element('div', { class: 'gl-money' }, table(caption,
    ['Nr.', 'Position', 'Hinweis', 'Plan', ...actual ? ['Ist', 'Abweichung'] : []],
    [...lines.map((one) => [String(one.number), one.label, note(one), amount(one.planned),
      ...actual ? [amount(one.actual), deviation(one.planned, one.actual)] : []]),
    ['', element('strong', {}, 'Summe'), '', element('strong', {}, amount(sum('planned'))),
      ...actual ? [element('strong', {}, amount(sum('actual'))), deviation(sum('planned'), sum('actual'))] : []]]));
}

function deviation(planned, actual) {
  if (actual === null || planned === 0) {
    return '';
  }
  const percent = ((actual - planned) / planned * 100).toLocaleString('de-DE', { maximumFractionDigits: 1 });
  return `${percent} v. H.`;
}
