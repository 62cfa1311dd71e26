/**
 * Makes every page of the web applications German for its readers: the page's language, so that screen readers
 * pronounce it right (BITV, WCAG 3.1.1), and the order of day and month in date fields. These follow the browser's
 * language otherwise, and "31.12.2026" typed into an English browser silently becomes another day.
 */
document.documentElement.lang = 'de';

const germanUnlessNamed = (locales) => locales === undefined || locales === 'default' ? 'de-DE' : locales;

Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (target, [locales, options], newTarget) =>
    Reflect.construct(target, [germanUnlessNamed(locales), options], newTarget),
  apply: (target, self, [locales, options]) => target.call(self, germanUnlessNamed(locales), options)
});

/** "vor 8 Monaten" tells nobody the day; the tooltip knows it. */
function showDay(node) {
  const day = node.getAttribute('uib-tooltip')?.match(/\d\d\.\d\d\.\d{4}/)?.[0];
  if (day && node.textContent !== day) {
    node.textContent = day;
  }
}

/** English that the vendor has in his code and not among his texts (those: src/main/resources/german). */
const TEXTS = new Map([
  ['Europe/Berlin', 'Berlin'],
  ['Toggle this section', 'Bereich auf- oder zuklappen'],
  ['zoom in', 'Vergrößern'],
  ['zoom out', 'Verkleinern'],
  ['reset zoom', 'Ganzes Diagramm zeigen'],
  // Keys of texts that he asks for before they are loaded.
  ['DASHBOARD_DASHBOARD', 'Übersicht'],
  ['USERS_USERS', 'Benutzer']
]);

const TITLES = new Map([
  ...TEXTS,
  ['Tasks', 'Aufgaben'],
  ['Deployments', 'Bereitstellungen']
]);

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const german = TEXTS.get(node.data.trim());
    if (german) {
      node.data = german;
    }
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    for (const name of ['title', 'aria-label', 'uib-tooltip']) {
      const german = TEXTS.get(node.getAttribute(name));
      if (german) {
        node.setAttribute(name, german);
      }
    }
    if (node.hasAttribute('am-time-ago')) {
      showDay(node);
    }
    node.childNodes.forEach(translate);
  }
}

new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    const timeAgo = element?.closest('[am-time-ago]');
    if (timeAgo) {
      showDay(timeAgo);
    } else if (type !== 'childList') {
      translate(target);
    } else {
      addedNodes.forEach(translate);
    }
  }
}).observe(document.body,
  { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['uib-tooltip', 'title'] });

function translateTitle() {
  const [application, page] = document.title.split(' | ');
  if (TITLES.has(page)) {
    document.title = `${application} | ${TITLES.get(page)}`;
  }
}

translate(document.body);
translateTitle();
new MutationObserver(translateTitle).observe(document.head, { subtree: true, childList: true, characterData: true });
