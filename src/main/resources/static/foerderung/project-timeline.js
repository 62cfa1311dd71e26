import { element, formatDate, section } from '/vorgaenge/dom.js';
import { timeline, withPresent } from '/vorgaenge/timeline.js';
import { euro } from './kit.js';

/** Where a project stands: what was applied for, granted, decided, reported and paid, and which days come. */
export function projectTimeline(project) {
  const { head, deadlines } = project;
  const past = [
    ...project.applications.map((one) => done(one.filedOn, 'Antrag gestellt', one.documents)),
    done(head.earlyStartApprovedOn, 'Vorzeitiger Beginn genehmigt'),
    ...project.notices.map((one) => done(one.noticeDate, one.title, one.stateLabel,
      one.grantLimit && `Zuwendung bis zu ${euro(one.grantLimit)}`, one.finalOn
      && `bestandskräftig seit ${formatDate(one.finalOn)}`)),
    ...project.amendments.map((one) => done(one.begunOn, `Änderung: ${one.kindLabel}`, one.stateLabel)),
    ...project.papers.map((one) => done(one.endedOn,
      ['Vorlage', one.reference, one.name].filter(Boolean).join(' '), one.outcomeLabel)),
    ...project.reports.map((one) => done(one.submittedOn, one.title, one.stateLabel)),
    ...project.calls.map((one) => done(one.calledOn, `Mittelabruf über ${euro(one.amount)}`, one.stateLabel,
      one.paidOn && `ausgezahlt am ${formatDate(one.paidOn)}: ${euro(one.paid)}`)),
    done(project.finalReport?.finishedOn, 'Schlussbericht fertiggestellt'),
    done(project.proof?.submittedOn, 'Verwendungsnachweis vorgelegt', project.proof?.stateLabel),
    done(project.proof?.auditedOn, 'Verwendungsnachweis geprüft', project.proof?.auditLabel),
    done(head.endedOn, 'Projekt beendet', head.endReason),
    done(head.archivedOn, 'Akte archiviert')
  ].filter(Boolean).sort((a, b) => a.day.localeCompare(b.day));
  const ahead = deadlines.filter((one) => one.state === 'AHEAD' || one.state === 'OVERDUE').map((one) => ({
    state: 'future', when: formatDate(one.date), title: one.label,
    lines: [one.about, one.state === 'OVERDUE' && element('strong', {}, 'überschritten')]
  }));
  const steps = withPresent([...past, ...ahead]);
  return section('Wo das Projekt steht', element('p', {}, 'Stand: ', element('strong', {}, head.stateLabel)),
    steps.length ? timeline('Weg des Förderprojekts', steps) : element('p', {}, 'Es ist noch nichts verzeichnet.'));
}

/** A step that lies behind; nothing if its day is not known. */
function done(day, title, ...lines) {
  return day ? { day, state: 'past', when: formatDate(day), title, lines } : null;
}
