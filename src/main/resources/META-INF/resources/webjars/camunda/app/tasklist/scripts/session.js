import { get } from '/vorgaenge/api.js';
import { button, element, field } from '/vorgaenge/dom.js';
import { beginWith, countUnfinished, forgetAll } from './unfinished-forms.js';

/**
 * The end of a session. Tasklist would leave the page for its login, and everything that was typed into a tab or a start
 * form with it. Instead the same person logs in again in a window over the page, and goes on where they were. Whoever
 * logs out is told that what they have not completed goes with them.
 */
export default {
  id: 'gremienlauf.session',
  pluginPoint: 'tasklist.navbar.action',
  priority: 990,
  render(node, _, scope) {
    node.hidden = true;
    watch(scope.$root);
  }
};

const PAGE = '/camunda/app/tasklist/default/';
const LOG_OUT = '/anmeldung/abmelden';
const LOGIN = '/camunda/api/admin/auth/user/default/login/tasklist';
const SIGN_OUT = '[cam-widget-header] .logout a, [cam-widget-header] [ng-click*="logout"]';

let person = null;
let watching = false;
let loggedOut = false;
let open = null;

function watch(root) {
  if (root.authentication && root.authentication !== person) {
    if (root.authentication.name !== person?.name) {
      beginWith(root.authentication.name);
    }
    person = root.authentication;
    loggedOut = false;
  }
  if (watching) {
    return;
  }
  watching = true;
  // Whatever hears of the end of a session begins anew: forms, tabs, windows over the page. So nothing hears of it.
  const broadcast = root.$broadcast;
  root.$broadcast = function (name, ...details) {
    const tell = () => broadcast.call(this, name, ...details);
    if (!person) {
      const told = tell();
      // A form that hears of it keeps what it holds.
      if (loggedOut) {
        forgetAll();
      }
      return told;
    }
    if (name === 'authentication.logout.success') {
      person = null;
      loggedOut = true;
      forgetAll();
      broadcast.call(root, 'authentication.changed', null);
      return tell();
    }
    if (name === 'authentication.login.required') {
      askAgain(root);
    } else if (name !== 'authentication.changed' || details[0]) {
      return tell();
    }
    return { name, defaultPrevented: true };
  };
}

function askAgain(root) {
  if (open) {
    return;
  }
  const { name } = person;
  const elsewhere = 'singleSignOn' in document.documentElement.dataset;
  const password = element('input', { type: 'password', autocomplete: 'current-password', required: true });
  const message = element('p', { class: 'gl-status', role: 'alert' });
  const form = elsewhere ? element('div', { class: 'gl-actions' },
    element('a', { class: 'gl-button gl-primary', href: PAGE, target: '_blank' }, 'In neuem Fenster anmelden'),
    button('Ich bin jemand anderes', leave)) : element('form', { class: 'gl-form', novalidate: true, onsubmit: (event) => {
    event.preventDefault();
    attempt();
  } },
  field(`Passwort von ${name}`, password), message,
  element('div', { class: 'gl-actions' },
    element('button', { type: 'submit', class: 'gl-button gl-primary' }, 'Anmelden'),
    button('Ich bin jemand anderes', leave)));
  const dialog = open = element('dialog', { class: 'gl-view', 'aria-labelledby': 'gl-login' },
    element('h2', { id: 'gl-login' }, 'Ihre Anmeldung ist abgelaufen'),
    element('p', {}, 'Ihre Eingaben stehen noch hier. Melden Sie sich wieder an, dann geht es weiter, wo Sie waren.'
      + (elsewhere ? ' Kommen Sie danach in dieses Fenster zurück.' : '')),
    form);
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  window.addEventListener('focus', lookElsewhere);
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('input, a').focus();

  async function attempt() {
    message.className = 'gl-status';
    message.textContent = 'Bitte warten …';
    try {
      const answer = await login(name, password.value);
      if (answer.ok) {
        goOn();
        return;
      }
      fail('Die Anmeldung hat nicht geklappt. Bitte prüfen Sie Ihr Passwort und warten Sie einige'
        + ' Sekunden.');
    } catch {
      fail('Der Server ist nicht erreichbar. Ihre Eingaben stehen noch hier; bitte versuchen Sie es erneut.');
    }
    password.select();
  }

  function fail(sentence) {
    message.className = 'gl-status gl-error';
    message.textContent = sentence;
  }

  /** Whoever has logged in in another window meanwhile need not do it here. */
  async function lookElsewhere() {
    const session = await get('/api/session').catch(() => null);
    if (session?.user === name) {
      goOn();
    }
  }

  function goOn() {
    close();
    document.querySelectorAll('[notifications-panel] .close').forEach((one) => one.click());
    root.$apply(() => {
      root.authentication = person;
    });
  }

  function leave() {
    close();
    person = null;
    // What a form still holds would be kept again when the page is left.
    document.querySelector('.task-card')?.remove();
    forgetAll();
    if (elsewhere) {
      location.assign(LOG_OUT);
      return;
    }
    // Whoever comes next begins with the list, not with the task of somebody else.
    history.replaceState(null, '', PAGE);
    location.reload();
  }

  function close() {
    window.removeEventListener('focus', lookElsewhere);
    open = null;
    dialog.remove();
  }
}

/** Each session has a token of its own, which comes with a page: one before the login, a new one after it. */
async function login(username, password) {
  await fetch(PAGE);
  const answer = await fetch(LOGIN, {
    method: 'POST', headers: { 'X-XSRF-TOKEN': token() }, body: new URLSearchParams({ username, password })
  });
  await fetch(PAGE);
  return answer;
}

function token() {
  return decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '');
}

// The web applications know no question before a log-out: it is asked here, before they hear of the click.
window.addEventListener('click', (event) => {
  const signOut = event.target.closest?.(SIGN_OUT);
  const count = countUnfinished();
  if (!signOut || !count || signOut.dataset.asked) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const dialog = element('dialog', { class: 'gl-view', 'aria-labelledby': 'gl-unfinished' },
    element('h2', { id: 'gl-unfinished' }, 'Eingaben sind noch nicht abgeschlossen'),
    element('p', {}, `In ${count === 1 ? 'einer Aufgabe' : `${count} Aufgaben`} steht etwas, das Sie noch nicht`
      + ' abgeschlossen haben. Mit dem Abmelden wird es von diesem Gerät gelöscht.'),
    element('div', { class: 'gl-actions' },
      button('Angemeldet bleiben', () => dialog.remove(), { class: 'gl-button gl-primary' }),
      button('Löschen und abmelden', () => {
        dialog.remove();
        signOut.dataset.asked = 'true';
        signOut.click();
        delete signOut.dataset.asked;
      })));
  document.body.append(dialog);
  dialog.showModal();
}, true);
