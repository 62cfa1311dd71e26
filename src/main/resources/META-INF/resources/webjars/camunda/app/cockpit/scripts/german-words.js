/** German for the labels that the vendor's German translation of Cockpit leaves in English. */
const WORDS = new Map([
  ['Dashboard', 'Übersicht'],
  ['Deploy', 'Bereitstellen'],
  ['Deployed', 'Bereitgestellt'],
  ['Deployment-ID:', 'Bereitstellungs-ID:'],
  ['Deployments', 'Bereitstellungen'],
  ['Deployments:', 'Bereitstellungen:'],
  ['Definitions-Key:', 'Definitions-Schlüssel:'],
  ['Ein Task kann mehrere Gruppen haben.', 'Eine Aufgabe kann mehrere Gruppen haben.'],
  ['Key', 'Schlüssel'],
  ['Offene Tasks', 'Offene Aufgaben'],
  ['Task', 'Aufgabe'],
  ['Tasks', 'Aufgaben']
]);

/** "3 Prozessdefinitionen deployed" */
const DEPLOYED = /^(\d+ \S+definition(?:en)?) deployed$/;

/** Where names and contents stand that the models or people have chosen. */
const OWN_WORDS = 'tbody, textarea, pre, code, script, style, svg, [contenteditable], .diagram-holder';

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const english = node.data.trim();
    const german = WORDS.get(english) ?? english.replace(DEPLOYED, '$1 bereitgestellt');
    if (german !== english && !node.parentElement?.closest(OWN_WORDS)) {
      node.data = node.data.replace(english, german);
    }
  } else {
    node.childNodes.forEach(translate);
  }
}

translate(document.body);
new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === 'characterData') {
      translate(target);
    } else {
      addedNodes.forEach(translate);
    }
  }
}).observe(document.body, { subtree: true, childList: true, characterData: true });
