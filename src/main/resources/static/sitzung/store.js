import { get, send } from '/vorgaenge/api.js';

/**
 * What the page knows of a meeting, and what a person has entered that the server has not confirmed yet. Everything
 * entered goes into a queue on this device first and is sent in its order; it survives a lost connection and a reload.
 * A field that somebody else has changed meanwhile is never overwritten: its entry becomes a conflict that the person
 * decides.
 */

const POLL = 2000;
const HIDDEN_POLL = 10000;
const HEARTBEAT = 10000;
/** Whether a holder is gone changes nothing of the meeting, so now and then it is read as a whole. */
const WHOLE_EVERY = 8;

const id = () => crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join('-');

export function openStore(meetingId, user, changed) {
  const prefix = `gremienlauf.sitzung.${meetingId}.${user}.`;
  const client = windowId();
  const snapshotKey = `gremienlauf.sitzung.${meetingId}`;
  let queue = read(prefix + client);
  let meeting = readSnapshot();
  let connected = true;
  let sessionEnded = false;
  let sending = false;
  let inFlight = [];
  let polls = 0;
  let lastBeat = 0;
  const waiters = new Map();

  const store = {
    get meeting() {
      return meeting;
    },
    get connected() {
      return connected;
    },
    get sessionEnded() {
      return sessionEnded;
    },
    /** Whether this window holds the pen. Without a connection it keeps what it had. */
    get writing() {
      return Boolean(meeting?.mayWrite && meeting.editor?.client === client);
    },
    get queue() {
      return queue;
    },
    get waiting() {
      return queue.filter((entry) => entry.state === 'waiting').length;
    },
    item: (itemId) => meeting?.items.find((item) => item.id === itemId),
    entry: (itemId, field) => queue.find((entry) => entry.item === itemId && entry.field === field),
    /** What stands in a field: what was entered last, else what is stored. */
    value(itemId, field) {
      const entry = store.entry(itemId, field);
      return (entry ? entry.now : store.item(itemId)?.fields[field]) ?? '';
    },
    type,
    act,
    keepMine(entry) {
      entry.was = entry.theirs;
      entry.state = 'waiting';
      delete entry.theirs;
      queueChanged();
    },
    drop(entry) {
      queue = queue.filter((other) => other !== entry);
      queueChanged();
    },
    dropAll() {
      queue = [];
      orphans().forEach((key) => localStorage.removeItem(key));
      queueChanged();
    },
    /** Entries of this person for the meeting that other windows have left on this device. */
    left: () => orphans().flatMap(read),
    takeOver: () => hold(true),
    refresh: () => poll(true)
  };

  function windowId() {
    const known = sessionStorage.getItem('gremienlauf.fenster') ?? id();
    sessionStorage.setItem('gremienlauf.fenster', known);
    return known;
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? [];
    } catch {
      return [];
    }
  }

  function readSnapshot() {
    try {
      return JSON.parse(sessionStorage.getItem(snapshotKey));
    } catch {
      return null;
    }
  }

  function orphans() {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix) && key !== prefix + client);
  }

  function queueChanged() {
    if (queue.length) {
      localStorage.setItem(prefix + client, JSON.stringify(queue));
    } else {
      localStorage.removeItem(prefix + client);
    }
    changed();
    pump();
  }

  function type(itemId, field, now) {
    const stored = store.item(itemId)?.fields[field] ?? '';
    const entry = store.entry(itemId, field);
    if (entry && !inFlight.includes(entry)) {
      entry.now = now;
      entry.state = entry.state === 'conflict' ? 'conflict' : 'waiting';
      delete entry.message;
      if (entry.state === 'waiting' && now.trim() === entry.was.trim()) {
        queue = queue.filter((other) => other !== entry);
      }
    } else if (entry) {
      entry.now = now;
    } else if (now.trim() !== stored.trim()) {
      queue.push({ id: id(), item: itemId, field, was: stored, now, state: 'waiting' });
    }
    queueChanged();
  }

  /**
   * Queues an act, e.g. to conclude an item. Resolves to its entry and an outcome: "done", "refused", or "queued" while
   * it cannot be sent.
   */
  function act(path, { item = null, label, body = {}, method = 'POST' }) {
    queue = queue.filter((entry) => entry.state !== 'refused' || entry.path !== path);
    const entry = { id: id(), item, path, method, body, label, state: 'waiting' };
    queue.push(entry);
    return new Promise((resolve) => {
      waiters.set(entry.id, resolve);
      queueChanged();
    });
  }

  function settle(entry, outcome) {
    waiters.get(entry.id)?.({ outcome, entry });
    waiters.delete(entry.id);
  }

  async function pump() {
    if (sending || !store.writing) {
      return;
    }
    sending = true;
    try {
      let next;
      while (store.writing && (next = queue.find((entry) => entry.state === 'waiting'))) {
        if (!await (next.field ? sendFields(next) : sendAct(next))) {
          break;
        }
        changed();
      }
    } finally {
      sending = false;
      inFlight = [];
      queue.filter((entry) => entry.path && !connected).forEach((entry) => settle(entry, 'queued'));
      changed();
    }
  }

  async function sendFields(first) {
    const waiting = queue.filter((entry) => entry.state === 'waiting');
    const end = waiting.findIndex((entry) => entry.item !== first.item || !entry.field);
    const batch = first.alone ? [first] : waiting.slice(0, end < 0 ? waiting.length : end);
    const sent = batch.map(({ field, was, now }) => ({ field, was, now }));
    inFlight = batch;
    let others = {};
    try {
      await send('PUT', `/api/items/${first.item}/draft?client=${client}`, { changes: sent });
    } catch (error) {
      if (!error.content?.fields) {
        return failed(error, batch);
      }
      others = error.content.fields;
    } finally {
      inFlight = [];
    }
    reached();
    const fields = store.item(first.item)?.fields ?? {};
    batch.forEach((entry, i) => {
      if (entry.field in others) {
        entry.state = 'conflict';
        entry.theirs = others[entry.field];
        return;
      }
      fields[entry.field] = sent[i].now;
      entry.was = sent[i].now;
      if (entry.now === sent[i].now) {
        queue = queue.filter((other) => other !== entry);
      }
    });
    persist();
    return true;
  }

  async function sendAct(entry) {
    if (entry.item && queue.some((other) => other.item === entry.item && other.field && other.state !== 'waiting')) {
      refuse(entry, 'Bitte klären Sie zuerst die Eingaben, die nicht gespeichert werden konnten.');
      return true;
    }
    const separator = entry.path.includes('?') ? '&' : '?';
    try {
      await send(entry.method, `${entry.path}${separator}client=${client}&request=${entry.id}`, entry.body);
    } catch (error) {
      return failed(error, [entry]);
    }
    reached();
    queue = queue.filter((other) => other !== entry);
    persist();
    await poll(true);
    settle(entry, 'done');
    return true;
  }

  /** Says whether sending goes on with the next entry. */
  function failed(error, batch) {
    if (error.status === 0 || error.status >= 500 || error.status === 401) {
      connected = error.status === 401;
      sessionEnded = error.status === 401;
      return false;
    }
    if (error.status === 409) {
      poll(true);
      batch.forEach((entry) => settle(entry, 'queued'));
      return false;
    }
    if (batch.length > 1) {
      batch.forEach((entry) => {
        entry.alone = true;
      });
      return true;
    }
    refuse(batch[0], error.message);
    return true;
  }

  function refuse(entry, message) {
    entry.state = 'refused';
    entry.message = message;
    persist();
    settle(entry, 'refused');
  }

  function persist() {
    if (queue.length) {
      localStorage.setItem(prefix + client, JSON.stringify(queue));
    } else {
      localStorage.removeItem(prefix + client);
    }
  }

  function reached() {
    connected = true;
    sessionEnded = false;
  }

  function show(page) {
    reached();
    if (!page) {
      return;
    }
    const wrote = store.writing;
    meeting = page;
    sessionStorage.setItem(snapshotKey, JSON.stringify(page));
    if (store.writing && !wrote) {
      adopt();
    }
  }

  function adopt() {
    const known = new Set(queue.map((entry) => entry.id));
    orphans().forEach((key) => {
      queue.push(...read(key).filter((entry) => !known.has(entry.id)));
      localStorage.removeItem(key);
    });
    persist();
  }

  async function poll(whole = false) {
    polls++;
    const since = meeting && !whole && polls % WHOLE_EVERY ? `?since=${meeting.revision}` : '';
    try {
      show(await get(`/api/meetings/${meetingId}${since}`));
    } catch (error) {
      connected = error.status !== 0;
      sessionEnded = error.status === 401;
      if (!meeting) {
        changed(error);
        return;
      }
    }
    changed();
    pump();
  }

  async function hold(takeOver) {
    lastBeat = Date.now();
    show(await send('POST', `/api/meetings/${meetingId}/editor?client=${client}&takeOver=${takeOver}`, {}));
    changed();
    pump();
  }

  async function tick() {
    await poll();
    const free = meeting?.mayWrite && !meeting.editor && !meeting.minutesReleasedOn;
    if (connected && !sessionEnded && (free || store.writing && Date.now() - lastBeat > HEARTBEAT)) {
      await hold(false).catch(() => {});
    }
    setTimeout(tick, document.hidden ? HIDDEN_POLL : POLL);
  }

  addEventListener('online', () => poll(true));
  addEventListener('offline', () => {
    connected = false;
    changed();
  });
  tick();
  return store;
}
