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
  ['reset zoom', 'Ganzes Diagramm zeigen']
]);

/** Keys of texts that he asks for before they are loaded; they would stay on the page. */
const KEY = /^[A-Z]+(_[A-Z0-9]+)+$/;
let labels = {};

function german(text) {
  return TEXTS.get(text) ?? (KEY.test(text) ? labels[text] : undefined);
}

const TITLES = new Map([
  ...TEXTS,
  ['Tasks', 'Aufgaben'],
  ['Deployments', 'Bereitstellungen']
]);

const ATTRIBUTES = ['title', 'aria-label', 'uib-tooltip', 'placeholder'];

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = german(node.data.trim());
    if (text) {
      node.data = text;
    }
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    for (const name of ATTRIBUTES) {
      const text = german(node.getAttribute(name));
      if (text) {
        node.setAttribute(name, text);
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
  { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });

function translateTitle() {
  const [application, page] = document.title.split(' | ');
  const text = TITLES.get(page) ?? german(page);
  if (text) {
    document.title = `${application} | ${text}`;
  }
}

function translatePage() {
  translate(document.body);
  translateTitle();
}

translatePage();
fetch(`${location.pathname.replace(/(\/app\/[a-z]+\/).*/, '$1')}locales/de.json`).then((answer) => answer.json())
  .then((texts) => {
    labels = texts.labels;
    translatePage();
  });
new MutationObserver(translateTitle).observe(document.head, { subtree: true, childList: true, characterData: true });
