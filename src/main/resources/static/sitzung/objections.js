import { get } from '/vorgaenge/api.js';
import { button, element, field, formatDate, select, statusLine, textarea } from '/vorgaenge/dom.js';

/** The window for what is raised against the minutes of an earlier meeting. */
export function objections(store) {
  const body = element('div');
  const status = statusLine();
  const node = element('dialog', { class: 'gl-view', 'aria-labelledby': 'einwendungen' },
    element('h2', { id: 'einwendungen' }, 'Einwendungen gegen die Niederschrift'), body, status.node,
    element('div', { class: 'gl-actions close' },
      button('Schließen', () => node.close(), { class: 'gl-button gl-primary' })));

  async function load() {
    try {
      const [choices, known] = await Promise.all([get(`/api/meetings/${store.meeting.id}/objections`),
        get(`/api/meetings/${store.meeting.id}/background`)]);
      body.replaceChildren(...listed(known.objections), choices.length ? form(choices)
        : element('p', {}, 'Für keine frühere Sitzung dieses Gremiums ist eine Niederschrift freigegeben.'));
    } catch (error) {
      status.fail(error);
    }
  }

  function listed(raised) {
    return raised.length === 0 ? [] : [element('ul', {}, raised.map((one) => element('li', {},
      `${one.by} zur Niederschrift vom ${formatDate(one.day)}${one.item ? `, ${one.item}` : ''}: „${one.text}“ (${
        one.accepted ? 'berücksichtigt' : 'zurückgewiesen'})`)))];
  }

  function form(choices) {
    const meeting = select(choices.map((one) => [one.meetingId, `${one.name}, ${formatDate(one.day)}`]),
      choices[0].meetingId);
    const item = select([], '');
    const part = select([['true', 'öffentlicher Teil'], ['false', 'nichtöffentlicher Teil']], 'true');
    const by = element('input', { type: 'text', maxlength: 500, required: true });
    const text = textarea('', { rows: 3, maxlength: 4000, required: true });
    const accepted = select([['true', 'berücksichtigt; die Niederschrift erhält einen Berichtigungsvermerk'],
      ['false', 'zurückgewiesen']], 'true');
    const partField = field('Teil', part);
    const choose = () => item.replaceChildren(element('option', { value: '' }, 'zu keinem einzelnen Punkt'),
      ...choices.find((one) => String(one.meetingId) === meeting.value).items
        .map((one) => element('option', { value: one.id }, one.label)));
    meeting.addEventListener('change', choose);
    item.addEventListener('change', () => {
      partField.hidden = item.value !== '';
    });
    choose();
    return element('div', {}, field('Niederschrift der Sitzung', meeting), field('Tagesordnungspunkt', item), partField,
      field('Erhoben von', by), field('Einwendung', text), field('Das Gremium hat sie', accepted),
      element('div', { class: 'gl-actions' }, button('Einwendung festhalten', async () => {
        const { outcome, entry } = await store.act(`/api/meetings/${store.meeting.id}/objections`, {
          label: 'Einwendung', body: { meetingId: Number(meeting.value), itemId: item.value ? Number(item.value) : null,
            publicPart: part.value === 'true', by: by.value, text: text.value, accepted: accepted.value === 'true' }
        });
        if (outcome === 'refused') {
          status.fail(new Error(entry.message));
          store.drop(entry);
        } else if (outcome === 'done') {
          status.done('Die Einwendung ist festgehalten.');
          load();
        }
      })));
  }

  return {
    node,
    show() {
      status.clear();
      body.replaceChildren(element('p', {}, 'Bitte warten …'));
      node.showModal();
      load();
    }
  };
}
