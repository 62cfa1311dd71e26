import { get } from '/vorgaenge/api.js';
import { element, singleRunner, statusLine } from '/vorgaenge/dom.js';
import { listDeadlines, showDeadlines } from './deadlines.js';
import { showHistory } from './history.js';
import { showMoney } from './money.js';
import { showNotices } from './notices.js';
import { showOverview } from './overview.js';
import { showPapers } from './papers.js';
import { showPartners } from './partners.js';
import { showResults } from './results.js';

/** The views of one project: key, label, and the content for { project, run, changed }. */
export const VIEWS = [['ueberblick', 'Überblick', showOverview], ['fristen', 'Fristen', showDeadlines],
  ['bescheide', 'Bescheide', showNotices], ['vorlagen', 'Vorlagen und Berichte', showPapers],
  ['ergebnisse', 'Themen und Ergebnisse', showResults], ['beteiligte', 'Beteiligte', showPartners],
  ['finanzen', 'Finanzen', showMoney], ['verlauf', 'Dokumente und Verlauf', showHistory]];

/** A view that a task shows beside its form. */
export const SHORT = 'kurz';

/** Shows one view of a project, at once if it is known already. Returns what ends it. */
export function mountProject(root, id, chosen, onLoaded = () => {}, known = null) {
  const show = chosen === SHORT ? listDeadlines : (VIEWS.find(([key]) => key === chosen) ?? VIEWS[0])[2];
  const status = statusLine();
  const content = element('div', { class: 'gl-content gl-project' });
  const run = singleRunner();
  let left = false;
  root.classList.add('gl-view');
  root.replaceChildren(status.node, content);

  function render(project) {
    onLoaded(project);
    content.replaceChildren(...show({
      project, run,
      changed: (answer, message) => {
        if (!left) {
          render(answer);
          status.done(message);
          status.node.focus();
        }
      }
    }).filter(Boolean));
  }

  if (known) {
    render(known);
    return () => {
      left = true;
    };
  }
  status.say('Bitte warten …');
  get(`/api/projects/${encodeURIComponent(id)}`).then((project) => {
    if (!left) {
      status.clear();
      render(project);
    }
  }).catch((error) => !left && status.fail(error));
  return () => {
    left = true;
  };
}
