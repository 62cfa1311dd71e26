/**
 * Weaknesses of forms in Tasklist 7.24. Two are healed by pressing "Speichern" for the person; start forms are left
 * alone there: all of them share one saved state, so saving one would fill the next.
 */

const FORM = '.task-card .fjs-container';
const SAVE = '.task-card button[ng-click="save($event)"]';
const COMPLETE = '.task-card button[ng-click="complete()"]';

/** Time for form-js to validate what was typed, in milliseconds. */
const AFTER_INPUT = 700;
/** Time for form-js to show a list, in milliseconds. */
const AFTER_OPENING = 50;

function save() {
  const button = document.querySelector(SAVE);
  if (button && !button.disabled) {
    button.click();
  }
}

// Whoever looks into another tab, task or page comes back to what was typed: Tasklist throws it away otherwise.
window.addEventListener('click', ({ target }) => {
  if (target.closest?.('.nav-tabs a, li.task, .papers-link')
    && document.querySelector(FORM)) {
    save();
  }
}, true);

// The same for whoever closes or reloads the window; a field tells the form what was typed last when it is left.
window.addEventListener('pagehide', () => {
  if (document.querySelector(FORM)) {
    document.activeElement?.blur();
    save();
  }
});

// The message of a refused form would stay after the next try, even one that went well, and over the next task.
window.addEventListener('click', ({ target }) => {
  if (target.closest?.(`${COMPLETE}, li.task`)) {
    document.querySelectorAll('.page-notifications .alert-danger .close:not(.ng-hide)')
      .forEach((close) => close.click());
  }
}, true);

// After an edit in a dynamic list form-js keeps an empty error, and "Abschließen" stays disabled without a reason.
// Saving validates anew and removes it.
let timer;
for (const type of ['input', 'change', 'click']) {
  window.addEventListener(type, ({ target }) => {
    if (!target.closest?.(`${FORM} .fjs-repeat-row-container, ${FORM} .fjs-repeat-render-footer`)) {
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      const form = document.querySelector(FORM);
      if (form && !form.querySelector('.fjs-form-field-error') && document.querySelector(COMPLETE)?.disabled) {
        save();
      }
    }, AFTER_INPUT);
  }, true);
}

// A list that opens at the end of a form would lie behind "Abschließen".
for (const type of ['click', 'input']) {
  window.addEventListener(type, ({ target }) => {
    const field = target.closest?.(`${FORM} .fjs-form-field`);
    setTimeout(() => field?.querySelector('.fjs-dropdownlist')?.scrollIntoView({ block: 'nearest' }), AFTER_OPENING);
  });
}
