/**
 * Tasklist keeps the form as it was before somebody took the task. Where the server proposes something to that person,
 * as what they sign, the task is opened anew.
 */

const CLAIM = '.task-card [ng-click="claim()"]';
const UNCLAIM = '.task-card [ng-click="unclaim()"]';
const TASK = /[?&]task=([^&]+)/;
/** Time for Tasklist to notice that no task is chosen, in milliseconds. */
const PAUSE = 150;

let before = null;

function taskId() {
  return TASK.exec(window.location.hash)?.[1] ?? null;
}

function onChange() {
  const task = taskId();
  const free = Boolean(document.querySelector(CLAIM));
  if (task && before === task && !free && document.querySelector(UNCLAIM)) {
    before = null;
    reopenIfProposed(task);
  } else if (free) {
    before = task;
  } else if (before !== task) {
    before = null;
  }
}

async function reopenIfProposed(task) {
  const answer = await fetch(`/camunda/api/engine/engine/default/task/${task}/form-variables?variableNames=capacity`,
    { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (!answer.ok || !(await answer.json()).capacity?.value || taskId() !== task) {
    return;
  }
  const address = window.location.hash;
  window.location.replace(address.replace(TASK, (found) => (found.startsWith('?') ? '?' : '')).replace('?&', '?'));
  setTimeout(() => window.location.replace(address), PAUSE);
}

new MutationObserver(onChange).observe(document.documentElement, { childList: true, subtree: true });
