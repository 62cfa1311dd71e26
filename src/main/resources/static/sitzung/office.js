import { send } from '/vorgaenge/api.js';
import { button, dayInput, element, field, select, singleRunner, statusLine, textarea, timeInput } from '/vorgaenge/dom.js';

/** The window of the office: a matter without paper, another date or place, further bodies, no meeting. */
export function office(store, bodies) {
  const body = element('div');
  const node = element('dialog', { class: 'gl-view', 'aria-labelledby': 'gremienbuero' },
    element('h2', { id: 'gremienbuero' }, 'Punkte anmelden, Sitzung verlegen oder absagen'), body,
    element('div', { class: 'gl-actions close' },
      button('Schließen', () => node.close(), { class: 'gl-button gl-primary' })));
  const run = singleRunner();

  const reasonField = () => textarea('', { rows: 2, maxlength: 1000, required: true });

  function part(title, open, confirmation, act, content) {
    const status = statusLine();
    const path = `/api/meetings/${store.meeting.id}/${act}`;
    const confirm = button(confirmation, () => run(confirm, status, async () => {
      await send('POST', path, content.read());
      await store.refresh();
      node.close();
    }));
    return element('details', { open }, element('summary', {}, title), content.fields,
      element('div', { class: 'gl-actions' }, confirm, status.node));
  }

  function adding() {
    const title = element('input', { type: 'text', maxlength: 2000, required: true });
    const kind = select([['MATTER', 'Sache ohne Vorlage'], ['ELECTION', 'Wahl']], 'MATTER');
    const ground = element('input', { type: 'text', maxlength: 500 });
    return part('Punkt ohne Vorlage anmelden', false, 'Punkt anmelden', 'items', {
      fields: [field('Betreff', title), field('Art', kind),
        field('Grund der Nichtöffentlichkeit', ground, 'leer: der Punkt ist öffentlich')],
      read: () => ({ title: title.value, kind: kind.value, ground: ground.value })
    });
  }

  function moving(meeting) {
    const day = dayInput(meeting.day, { required: true });
    const time = timeInput(meeting.startTime);
    const place = element('input', { type: 'text', maxlength: 500, value: meeting.location });
    const reason = reasonField();
    return part('Sitzung verlegen', true, 'Sitzung verlegen', 'move', {
      fields: [element('div', { class: 'row' }, field('Neuer Tag', day), field('Beginn', time)), field('Ort', place),
        field('Grund', reason, 'steht in der Mitteilung an die Eingeladenen')],
      read: () => ({ day: day.value, startTime: time.value, location: place.value,
        reason: reason.value })
    });
  }

  function joining(meeting) {
    const reason = reasonField();
    const choices = bodies()
      .filter((one) => one.id !== meeting.organizationId && !meeting.jointBodies.includes(one.id))
      .map((one) => ({ one, input: element('input', { type: 'checkbox' }) }));
    return part('Gemeinsame Sitzung mit weiteren Gremien', false, 'Gremien aufnehmen', 'joint', {
      fields: [element('fieldset', { class: 'choices' }, element('legend', {}, 'Weitere Gremien'),
        element('div', { class: 'bodies' }, choices.map(({ one, input }) => field(one.name, input)))),
      field('Grund', reason)],
      read: () => ({ organizationIds: choices.filter(({ input }) => input.checked).map(({ one }) => one.id),
        reason: reason.value })
    });
  }

  function cancelling() {
    const reason = reasonField();
    return part('Sitzung absagen', false, 'Sitzung absagen', 'cancel', {
      fields: [element('p', {}, 'Was auf der Tagesordnung steht, geht in die nächste Sitzung des Gremiums.'),
        field('Grund', reason)],
      read: () => ({ reason: reason.value })
    });
  }

  return {
    node,
    show() {
      const meeting = store.meeting;
      body.replaceChildren(
        ...[meeting.ahead && element('p', { class: 'gl-note' }, 'Ist die Sitzung verlegt oder kommen Gremien hinzu,'
          + ' gibt das Gremienbüro die Tagesordnung erneut frei; wer schon eingeladen ist, wird dann benachrichtigt.'),
        meeting.ahead && adding(), meeting.ahead && moving(meeting), meeting.ahead && joining(meeting),
        meeting.cancellable && cancelling()]
          .filter(Boolean));
      node.showModal();
    }
  };
}
