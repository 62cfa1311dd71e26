/**
 * What was typed and not yet completed stays in this browser: Tasklist keeps it under "camunda-form:" and the task's
 * number. It belongs to one person: it is gone when they log out, when somebody else logs in, and with its task.
 */

const PREFIX = 'camunda-form:';
const OWNER = 'gremienlauf-eingaben-von';

const TASKS = '/camunda/api/engine/engine/default/task';

/** Start forms of all processes share this one; kept, it would fill the next. */
const START_FORM = `${PREFIX}undefined`;

function kept() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

/** How many tasks have something typed that is not completed. */
export function countUnfinished() {
  return kept().filter((key) => key !== START_FORM).length;
}

export function forgetAll() {
  kept().forEach((key) => localStorage.removeItem(key));
  localStorage.removeItem(OWNER);
}

/** Begins with what this person left behind; what others left, and what belongs to tasks that are done, is removed. */
export async function beginWith(userId) {
  if (localStorage.getItem(OWNER) !== userId) {
    forgetAll();
    localStorage.setItem(OWNER, userId);
  }
  localStorage.removeItem(START_FORM);
  for (const key of kept()) {
    const answer = await fetch(`${TASKS}/${encodeURIComponent(key.slice(PREFIX.length))}`,
      { headers: { Accept: 'application/json' } }).catch(() => null);
    if (answer?.status === 404) {
      localStorage.removeItem(key);
    }
  }
}
