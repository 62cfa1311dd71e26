import { get, send } from '/vorgaenge/api.js';
import { button, element, field, formatDate, section, select, singleRunner, statusLine, table } from '/vorgaenge/dom.js';

/** Secret links by which calendar programs show meetings: made, listed and taken back. */
export function calendarSection(links, bodies) {
  const status = statusLine();
  const run = singleRunner();
  const made = element('div');
  const list = element('div');
  const which = select([['', 'meine Sitzungen'], ...bodies.map((body) => [body.id, body.name])], '');

  const make = button('Link anlegen', () => run(make, status, async () => {
    const { path } = await send('POST', '/api/settings/calendars',
      { organizationId: which.value ? Number(which.value) : null });
    showSecret(new URL(path, location.href).href);
    draw(await get('/api/settings/calendars'));
    status.done('Der Link ist angelegt.');
  }), { class: 'gl-button gl-primary' });

  function showSecret(address) {
    const shown = element('input', { type: 'text', readonly: true, value: address, size: 70 });
    const copy = button('Kopieren', async () => {
      shown.select();
      await navigator.clipboard?.writeText(address);
      status.done('Der Link ist in der Zwischenablage.');
    });
    made.replaceChildren(element('div', { class: 'gl-panel' }, field('Ihr Link', shown,
      'Fügen Sie ihn in Ihrem Kalenderprogramm als Abonnement ein. Er wird nur jetzt angezeigt; wer ihn kennt, sieht die '
      + 'Sitzungstermine.'), copy));
  }

  function draw(current) {
    list.replaceChildren(current.length > 0 ? table('Ihre Links', ['Kalender', 'Angelegt am', 'Widerrufen'],
      current.map((link) => [link.name, formatDate(link.createdOn), revoke(link)]))
      : element('p', {}, 'Sie haben noch keinen Link angelegt.'));
  }

  function revoke(link) {
    const trigger = button('Widerrufen', () => run(trigger, status, async () => {
      await send('DELETE', `/api/settings/calendars/${link.id}`);
      made.replaceChildren();
      draw(await get('/api/settings/calendars'));
      status.done('Der Link gilt nicht mehr.');
    }), { class: 'gl-button gl-small', 'aria-label': `${link.name} widerrufen` });
    return trigger;
  }

  draw(links);
  return section('Sitzungen im eigenen Kalender', element('p', {}, '„Meine Sitzungen“ sind die der Gremien, in denen Sie'
    + ' Mitglied sind, und die, in denen eine Vorlage von Ihnen beraten wird.'),
    field('Kalender', which), element('div', { class: 'gl-actions' }, make, status.node), made, list);
}
