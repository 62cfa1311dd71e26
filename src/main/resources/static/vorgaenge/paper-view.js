import { get } from './api.js';
import { element, singleRunner, statusLine } from './dom.js';

/**
 * Loads a paper into a node and draws one view of it, again after each change.
 *
 * `draw(paper, view)` returns the view's elements. `view.run(trigger, status, action)` runs one action at a time;
 * `view.changed(paper, text)` draws the changed paper and announces what was done. The answer of a write may be empty:
 * the paper is then loaded again. `onPaper(paper)` tells the surroundings what is shown.
 *
 * @returns a function that ends the view; answers that come later are ignored
 */
export function mountPaperView(node, paperId, draw, onPaper = () => {}) {
  const status = statusLine();
  const content = element('div', { class: 'gl-content' });
  let mounted = true;
  node.classList.add('gl-view');
  node.replaceChildren(status.node, content);

  const view = {
    run: singleRunner(),
    status,
    show(paper) {
      if (mounted) {
        content.replaceChildren(...draw(paper, view));
        onPaper(paper);
      }
    },
    async changed(answer, text) {
      view.show(answer?.consultations ? answer : await get(`/api/papers/${paperId}`));
      status.done(text);
      status.node.focus();
    },
    load: () => view.run(null, status, async () => {
      const paper = await get(`/api/papers/${paperId}`);
      status.clear();
      view.show(paper);
    })
  };
  view.load();
  return () => {
    mounted = false;
  };
}
