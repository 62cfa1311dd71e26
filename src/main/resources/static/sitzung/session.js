import { button, dayInput, element, field, select, textarea, timeInput } from '/vorgaenge/dom.js';

/** The window for what concerns the session as a whole or moves an item: opening, end, extension, other part. */
export function session(store, currentItem, object) {
  const message = element('p', { class: 'gl-status', role: 'alert' });
  const body = element('div');
  const node = element('dialog', { class: 'gl-view', 'aria-labelledby': 'ablauf' },
    element('h2', { id: 'ablauf' }, 'Ablauf der Sitzung'), message, body,
    element('div', { class: 'gl-actions close' },
      button('Schließen', () => node.close(), { class: 'gl-button gl-primary' })));

  async function run(path, content) {
    message.textContent = '';
    message.className = 'gl-status';
    const { outcome, entry } = await store.act(path, { label: 'Ablauf', body: content });
    if (outcome === 'refused') {
      message.textContent = entry.message;
      message.className = 'gl-status gl-error';
      message.scrollIntoView({ block: 'nearest' });
      store.drop(entry);
    } else {
      node.close();
    }
  }

  const part = (title, open, ...content) =>
    element('details', { open }, element('summary', {}, title), ...content);

  function opening() {
    const at = timeInput();
    return part('Sitzung eröffnen', !store.meeting.openedAt, field('Uhrzeit (leer: jetzt)', at),
      button('Eröffnung festhalten', () => run(`/api/meetings/${store.meeting.id}/open`, { at: at.value || null })));
  }

  function extension() {
    const title = element('input', { type: 'text', maxlength: 2000 });
    const isPublic = select([['true', 'öffentlich'], ['false', 'nichtöffentlich']], 'true');
    const ground = element('input', { type: 'text', maxlength: 500 });
    const reason = textarea('', { rows: 2, maxlength: 4000 });
    const election = element('input', { type: 'checkbox' });
    return part('Tagesordnung erweitern', false, field('Betreff', title), field('Es wird gewählt', election),
      field('Teil', isPublic),
      field('Grund der Nichtöffentlichkeit', ground),
      field('Warum die Sache keinen Aufschub duldet', reason, '§ 48 Abs. 1 GO NRW'),
      button('Punkt aufnehmen', () => run('/api/items', {
        meetingId: store.meeting.id, title: title.value, publicItem: isPublic.value === 'true', ground: ground.value,
        reason: reason.value, election: election.checked
      })));
  }

  function late(item) {
    const reason = textarea('', { rows: 2, maxlength: 4000 });
    return part(`${item.title} aufnehmen`, true, field('Warum die Sache keinen Aufschub duldet', reason,
      '§ 48 Abs. 1 GO NRW'),
    button('Punkt aufnehmen', () => run(`/api/items/${item.id}/extension`, { reason: reason.value })));
  }

  function otherPart(item) {
    const ground = element('input', { type: 'text', maxlength: 500 });
    const reason = textarea('', { rows: 2, maxlength: 4000 });
    const to = item.publicItem ? 'nichtöffentlichen' : 'öffentlichen';
    return part(`${item.number ?? item.title} in den ${to} Teil nehmen`, false,
      item.publicItem && field('Grund der Nichtöffentlichkeit', ground), field('Grund des Beschlusses', reason),
      button('Festhalten', () => run(`/api/items/${item.id}/part`,
        { publicItem: !item.publicItem, ground: ground.value, reason: reason.value })));
  }

  function minutes() {
    return part('Einwendungen gegen die Niederschrift', false,
      element('div', { class: 'gl-actions' }, button('Einwendungen festhalten …', () => {
        node.close();
        object();
      })));
  }

  function quorum() {
    const by = element('input', { type: 'text', maxlength: 500 });
    const send = (quorate) => run(`/api/meetings/${store.meeting.id}/quorum`, { quorate, by: by.value, at: null });
    return part('Beschlussfähigkeit feststellen', false, element('p', {}, store.meeting.quorum.explanation),
      field('Festgestellt von', by), element('div', { class: 'gl-actions' },
        button('Beschlussfähig', () => send(true)), button('Nicht beschlussfähig', () => send(false))));
  }

  function ending() {
    const how = select([['CLOSED', 'Sitzung ist geschlossen'],
      ['ADJOURNED', 'Sitzung wird an einem anderen Tag fortgesetzt'],
      ['NO_QUORUM', 'Gremium ist beschlussunfähig, zweite Einladung folgt']], 'CLOSED');
    const at = timeInput();
    const on = dayInput();
    return part('Sitzung beenden', Boolean(store.meeting.openedAt), field('Wie die Sitzung endet', how),
      field('Ende', at), field('Weiter am', on, 'nur bei Fortsetzung oder zweiter Einladung'),
      button('Ende festhalten', () => run(`/api/meetings/${store.meeting.id}/end`,
        { ending: how.value, endTime: at.value, resumesOn: on.value })));
  }

  return {
    node,
    show() {
      const item = store.item(currentItem());
      message.textContent = '';
      message.className = 'gl-status';
      const running = store.meeting.state === 'IN_SESSION';
      body.replaceChildren(...(!store.writing ? [element('p', {}, 'Dafür müssen Sie die Erfassung übernehmen.')]
        : !running ? [element('p', {}, `Die Sitzung läuft nicht: ${store.meeting.stateLabel}.`)]
          : [opening(), quorum(), item?.state === 'REQUESTED' && late(item), extension(),
            item?.open && item.kind !== 'STANDING' && otherPart(item), minutes(), ending()].filter(Boolean)));
      node.showModal();
    }
  };
}
