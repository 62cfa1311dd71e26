import { get } from '/vorgaenge/api.js';
import { element, formatDate, formatDateTime } from '/vorgaenge/dom.js';

/** How the periods of a meeting come about and what happened with it; read when somebody wants to know. */
export function background(store) {
  const periods = element('summary');
  const node = element('div', { class: 'behind' },
    unfolding(periods, explained), unfolding(element('summary', {}, 'Verlauf'), told));

  function unfolding(summary, content) {
    const body = element('div', { class: 'behind-content' });
    const details = element('details', {}, summary, body);
    details.addEventListener('toggle', async () => {
      if (details.open) {
        try {
          body.replaceChildren(...content(await get(`/api/meetings/${store.meeting.id}/background`)));
        } catch (error) {
          body.replaceChildren(element('p', { class: 'gl-status gl-error', role: 'alert' }, error.message));
        }
      }
    });
    return details;
  }

  function explained(known) {
    const computed = (title, day) => [element('h3', {}, `${title}: ${formatDate(day.date)}`),
      element('ol', {}, day.steps.map((step) => element('li', {}, step))),
      element('p', { class: 'facts' }, `Grundlage: ${day.ground}`)];
    return known.submission ? [...computed('Letzter Tag für Vorlagen', known.submission),
      ...computed('Letzter Tag für die Einladung', known.invitation),
      ...(known.statutory ? [] : [element('p', {}, 'Gesetz oder Satzung verlangen diese Fristen nicht.')])]
      : [element('p', {}, 'Für diese Sitzung sind keine Fristen berechnet.')];
  }

  function told(known) {
    return known.events.length ? [element('ul', {}, known.events.map((event) => element('li', {},
      `${formatDateTime(event.at)}${event.by ? `, ${event.by}` : ''}: ${event.description}`)))]
      : [element('p', {}, 'Hierzu ist für Sie nichts vermerkt.')];
  }

  return {
    node,
    update() {
      const { submissionUntil, inviteUntil, invitedOn } = store.meeting;
      const text = ['Fristen', [submissionUntil && `Vorlagen bis ${lastMoment(submissionUntil)}`,
        inviteUntil && `Einladung bis ${formatDate(inviteUntil)}`,
        invitedOn && `eingeladen am ${formatDate(invitedOn)}`]
        .filter(Boolean).join(', ')].filter(Boolean).join(': ');
      if (periods.textContent !== text) {
        periods.textContent = text;
      }
    }
  };
}

/** A period that ends at midnight ends, for people, with the day before. */
function lastMoment(until) {
  if (!until.slice(11).startsWith('00:00')) {
    return formatDateTime(until);
  }
  const day = new Date(`${until.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return formatDate(day.toISOString());
}
