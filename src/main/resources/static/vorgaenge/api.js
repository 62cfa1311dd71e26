/**
 * Calls of the product's own REST API, inside the session of the web applications.
 * Every failure becomes an ApiError whose message is one German sentence fit to be shown to a person.
 */

const NOT_REACHABLE = 'Der Server ist nicht erreichbar. Ihre Eingaben stehen noch hier; bitte versuchen Sie es erneut.';
const SESSION_ENDED = 'Ihre Sitzung ist beendet. Melden Sie sich in einem neuen Fenster wieder an; '
  + 'Ihre Eingaben stehen noch hier und können danach gespeichert werden.';

const MESSAGES = {
  403: 'Dafür fehlt Ihnen die Berechtigung.',
  404: 'Das Gesuchte ist nicht vorhanden.',
  409: 'Der Vorgang wurde inzwischen von jemand anderem geändert. Bitte laden Sie ihn neu.',
  413: 'Die Datei ist zu groß.'
};

/** A call that did not succeed: a German sentence, the HTTP status (0 when there was no answer), what was answered. */
export class ApiError extends Error {
  constructor(message, status, content = null) {
    super(message);
    this.status = status;
    this.content = content;
  }

  get sessionEnded() {
    return this.status === 401;
  }
}

export function get(path) {
  return call('GET', path);
}

/** Sends an object as JSON. */
export function send(method, path, body) {
  return call(method, path, JSON.stringify(body), { 'Content-Type': 'application/json' });
}

/** Sends a form with its file as multipart data; `onProgress` is told the share that has been sent, 0 to 1. */
export async function upload(path, formData, onProgress = () => {}) {
  const token = await csrfToken();
  // fetch does not tell how much of a file has been sent.
  const sent = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    sent.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      onProgress(lengthComputable && total > 0 ? loaded / total : 0);
    });
    sent.addEventListener('error', () => reject(new ApiError(NOT_REACHABLE, 0)));
    sent.addEventListener('load', () => {
      try {
        resolve(answered(sent.status, json(sent.responseText)));
      } catch (error) {
        reject(error);
      }
    });
    sent.open('POST', path);
    sent.setRequestHeader('Accept', 'application/json');
    sent.setRequestHeader('X-XSRF-TOKEN', token);
    sent.send(formData);
  });
}

export function remove(path) {
  return call('DELETE', path);
}

async function call(method, path, body, headers = {}) {
  const token = method === 'GET' ? {} : { 'X-XSRF-TOKEN': await csrfToken() };
  const response = await request(path, {
    method, body, headers: { Accept: 'application/json', ...headers, ...token }
  });
  return answered(response.status, await readJson(response));
}

/** What a call that was answered gives back. */
function answered(answeredStatus, content) {
  const ok = answeredStatus >= 200 && answeredStatus < 300;
  if (ok && content !== undefined) {
    return content;
  }
  // A login page instead of data means that somebody redirected an expired session.
  const status = ok ? 401 : answeredStatus;
  if (status === 401) {
    throw new ApiError(SESSION_ENDED, status);
  }
  throw new ApiError(content?.message || MESSAGES[status]
    || 'Der Server konnte die Anfrage nicht bearbeiten. Bitte versuchen Sie es später erneut.', status, content);
}

async function request(path, options) {
  try {
    return await fetch(path, { credentials: 'same-origin', ...options });
  } catch {
    throw new ApiError(NOT_REACHABLE, 0);
  }
}

async function readJson(response) {
  try {
    return json(await response.text());
  } catch {
    return undefined;
  }
}

/** The answer's JSON; null for an empty answer, undefined for something that is no JSON. */
function json(text) {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The session's token against forged requests, read anew for each write because it changes with every login.
 * The web applications' cookie is only visible below their own path; elsewhere the server is asked.
 */
async function csrfToken() {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('XSRF-TOKEN='));
  if (cookie) {
    return decodeURIComponent(cookie.slice('XSRF-TOKEN='.length));
  }
  return (await call('GET', '/api/session')).csrfToken;
}
