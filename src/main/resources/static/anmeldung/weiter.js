/** On the way to the login: only the browser knows what stands behind the # of the address that was wanted. */
const part = location.hash.startsWith('#/login') ? '' : location.hash;
const target = (new URLSearchParams(location.search).get('ziel') ?? '/') + part;
location.replace(`/anmeldung/start?ziel=${encodeURIComponent(target)}`);
