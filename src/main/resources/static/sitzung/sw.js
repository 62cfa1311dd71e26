/**
 * Keeps the files of the meeting page on this device, so that the page can be opened again without a connection. What a
 * meeting says is never among them.
 */

const STORE = 'gremienlauf-sitzung';
const FILES = ['/sitzung/', '/sitzung/page.css', '/sitzung/page.js', '/sitzung/agenda.js',
  '/sitzung/attendance.js', '/sitzung/background.js', '/sitzung/documents.js', '/sitzung/elections.js', '/sitzung/fields.js',
  '/sitzung/item.js', '/sitzung/objections.js', '/sitzung/office.js', '/sitzung/session.js', '/sitzung/shortcuts.js',
  '/sitzung/store.js', '/sitzung/votes.js', '/vorgaenge/api.js', '/vorgaenge/dom.js', '/vorgaenge/page.css',
  '/vorgaenge/view.css'];

addEventListener('install', (event) => {
  event.waitUntil(caches.open(STORE).then((store) => store.addAll(FILES)).then(() => self.skipWaiting()));
});

addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method === 'GET' && FILES.includes(pathname)) {
    event.respondWith(fresh(event.request, pathname));
  }
});

/** The server's file, which is newer; the kept one only if the server does not answer. */
async function fresh(request, pathname) {
  const store = await caches.open(STORE);
  try {
    const response = await fetch(request);
    if (response.ok && !response.redirected) {
      await store.put(pathname, response.clone());
    }
    return response;
  } catch (error) {
    const kept = await store.match(pathname);
    if (kept) {
      return kept;
    }
    throw error;
  }
}
