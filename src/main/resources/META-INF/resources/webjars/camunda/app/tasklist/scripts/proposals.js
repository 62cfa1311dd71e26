/**
 * Two things around the taking of tasks. Tasklist keeps the form as it was before somebody took the task: where the
 * server proposes something to that person, as what they sign, the page is loaded anew. And a deputy may give free what
 * an absent person had taken: Tasklist would ask for the right to assign tasks to anybody.
 */

const RESET = '.task-card .reset-assignee';
const TASKS = '/camunda/api/engine/engine/default/task';
const TASK = /[?&]task=([^&]+)/;
const CLAIMED = /\/task\/([^/]+)\/claim$/;
const NO_CONTENT = 204;

function taskId() {
  return TASK.exec(window.location.hash)?.[1] ?? null;
}

async function reopenIfProposed(task) {
  const answer = await fetch(`${TASKS}/${task}/form-variables?variableNames=capacity`,
    { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (answer.ok && (await answer.json()).capacity?.value && taskId() === task) {
    window.location.reload();
  }
}

// The request itself says that a task was taken, however the page is drawn and whoever clicks quicker than it.
new PerformanceObserver((list) => {
  for (const request of list.getEntries()) {
    const task = CLAIMED.exec(request.name)?.[1];
    if (task && (request.responseStatus ?? NO_CONTENT) === NO_CONTENT) {
      reopenIfProposed(task);
    }
  }
}).observe({ type: 'resource' });

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
