import { get } from '/vorgaenge/api.js';

/**
 * Whoever has logged in at the login service logs out and in again there: the web applications would show their own
 * login, which asks for a password that these people do not have. The server knows where to go.
 */
const known = get('/api/session').then((session) => {
  // Other scripts ask here, too.
  document.documentElement.toggleAttribute('data-single-sign-on', session.singleSignOn);
}, () => {});
let leaving = false;

window.addEventListener('hashchange', async ({ oldURL }) => {
  await known;
  if (!leaving && 'singleSignOn' in document.documentElement.dataset && location.hash.startsWith('#/login')) {
    leaving = true;
    const { pathname, search, hash } = new URL(oldURL);
    location.assign(`/anmeldung/start?ziel=${encodeURIComponent(pathname + search + hash)}`);
  }
});
