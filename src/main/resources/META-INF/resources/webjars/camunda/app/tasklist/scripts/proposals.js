/**
 * Two things around the taking of tasks. Tasklist keeps the form as it was before somebody took the task: where the
 * server proposes something to that person, as what they sign, the page is loaded anew. And a deputy may give free what
 * an absent person had taken: Tasklist would ask for the right to assign tasks to anybody.
 */

const CLAIM = '.task-card [ng-click="claim()"]';
const UNCLAIM = '.task-card [ng-click="unclaim()"]';
const RESET = '.task-card .reset-assignee';
const TASKS = '/camunda/api/engine/engine/default/task';
const TASK = /[?&]task=([^&]+)/;

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
  const answer = await fetch(`${TASKS}/${task}/form-variables?variableNames=capacity`,
    { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (answer.ok && (await answer.json()).capacity?.value && taskId() === task) {
    window.location.reload();
  }
}

new MutationObserver(onChange).observe(document.documentElement, { childList: true, subtree: true });

// Whoever is quicker than the page is to say which task it shows.
window.addEventListener('click', (event) => {
  if (event.target.closest?.(CLAIM)) {
    before = taskId();
  }
}, true);

let refused = false;

window.addEventListener('click', async (event) => {
  const button = event.target.closest?.(RESET);
  if (!button || refused) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const token = document.cookie.split('; ').find((entry) => entry.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length);
  const answer = await fetch(`${TASKS}/${taskId()}/unclaim`, { method: 'POST', credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token ?? '') }, body: '{}' });
  if (answer.ok) {
    window.location.reload();
  } else {
    // Tasklist tries its own way and says why it cannot.
    refused = true;
    button.click();
    refused = false;
  }
}, true);
