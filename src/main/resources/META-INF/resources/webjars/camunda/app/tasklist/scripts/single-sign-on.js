import { get } from '/vorgaenge/api.js';

/**
 * Whoever has logged in at the login service logs out and in again there: the web applications would show their own
 * login, which asks for a password that these people do not have. The server knows where to go.
 */
let singleSignOn = false;
get('/api/session').then((session) => {
  singleSignOn = session.singleSignOn;
}, () => {});

/** Whether the person of this page has logged in at the login service. */
export const hasSingleSignOn = () => singleSignOn;

window.addEventListener('hashchange', ({ oldURL }) => {
  if (singleSignOn && location.hash.startsWith('#/login')) {
    history.replaceState(null, '', oldURL);
    location.reload();
  }
});
