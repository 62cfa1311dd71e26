/**
 * German texts for the forms. form-js 1.8.7 has its English texts in its code and no way to replace them, so they are
 * translated where they appear in the page.
 */

const TEXTS = new Map([
  ['Add new', 'Eintrag hinzufügen'],
  ['All values selected', 'Alle Werte sind ausgewählt'],
  ['Collapse', 'Weniger anzeigen'],
  ['Date and time must both be entered.', 'Bitte geben Sie Datum und Uhrzeit an.'],
  ['Decrement', 'Verringern'],
  ["External content couldn't be loaded.", 'Der externe Inhalt konnte nicht geladen werden.'],
  ['Field is required.', 'Bitte füllen Sie dieses Feld aus.'],
  ['Field must be a valid email.', 'Bitte geben Sie eine gültige E-Mail-Adresse an.'],
  ['Increment', 'Erhöhen'],
  ['Next page', 'Nächste Seite'],
  ['No results', 'Keine Treffer'],
  ['Nothing to show.', 'Keine Einträge'],
  ['Powered by bpmn.io', 'Formulare von bpmn.io'],
  ['Previous page', 'Vorherige Seite'],
  ['Remove tag', 'Auswahl entfernen'],
  ['Search', 'Suchen'],
  ['Select', 'Auswählen'],
  ['Skip to search', 'Zur Suche springen'],
  ['Value is expected to be an integer.', 'Bitte geben Sie eine ganze Zahl an.'],
  ['Value is not a number.', 'Bitte geben Sie eine Zahl an.'],
  ['dd.mm.yyyy', 'TT.MM.JJJJ'],
  ['d.m.yyyy', 'TT.MM.JJJJ']
]);

const PATTERNS = [
  [/^Field must match pattern .*$/s, 'Die Eingabe hat nicht die erwartete Form.'],
  [/^Field must have minimum length of (\d+)\.$/, 'Bitte geben Sie mindestens $1 Zeichen ein.'],
  [/^Field must have maximum length of (\d+)\.$/, 'Bitte geben Sie höchstens $1 Zeichen ein.'],
  [/^Field must have minimum value of (.+)\.$/, 'Der Wert muss mindestens $1 betragen.'],
  [/^Field must have maximum value of (.+)\.$/, 'Der Wert darf höchstens $1 betragen.'],
  [/^Field must be a valid +international phone number\..*$/,
    'Bitte geben Sie eine Telefonnummer mit Vorwahl an, zum Beispiel +4930664040900.'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Bitte geben Sie höchstens $1 Nachkommastellen an.'],
  [/^Click to sort by (.+) ascending$/s, 'Nach „$1“ aufsteigend sortieren'],
  [/^Click to sort by (.+) descending$/s, 'Nach „$1“ absteigend sortieren'],
  [/^Click to remove sorting by (.+)$/s, 'Nicht mehr nach „$1“ sortieren'],
  [/^Show all \((\d+)\)$/, 'Alle anzeigen ($1)'],
  [/^Remove list item (\d+)$/, 'Eintrag $1 entfernen']
];

const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];

const FORM = '.fjs-container';

function german(text) {
  const english = text.trim();
  if (TEXTS.has(english)) {
    return TEXTS.get(english);
  }
  const [pattern, replacement] = PATTERNS.find(([candidate]) => candidate.test(english)) ?? [];
  return pattern && english.replace(pattern, replacement);
}

/** Labels, choices and what a person typed are the model's or the person's words, even if they look English. */
function isOwnWord(node) {
  return node.parentElement?.closest('label, option, [contenteditable], .fjs-form-field-text, .fjs-dropdownlist-item');
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = !isOwnWord(node) && german(node.data);
    if (text) {
      node.data = node.data.replace(node.data.trim(), text);
    }
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    for (const name of ATTRIBUTES) {
      const text = german(node.getAttribute(name) ?? '');
      if (text) {
        node.setAttribute(name, text);
      }
    }
    node.childNodes.forEach(translate);
  }
}

new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    const inForm = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(FORM);
    if (inForm) {
      translate(target);
    } else {
      addedNodes.forEach((node) => node.querySelectorAll?.(FORM).forEach(translate));
    }
  }
}).observe(document.body,
  { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });

const CALENDAR = {
  firstDayOfWeek: 1,
  rangeSeparator: ' bis ',
  weekAbbreviation: 'KW',
  time_24hr: true,
  weekdays: {
    shorthand: ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'],
    longhand: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag']
  },
  months: {
    shorthand: ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'],
    longhand: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober',
      'November', 'Dezember']
  }
};

const germanCalendars = new WeakSet();

// The calendar hangs on its input only once form-js has built it: before its first use is early enough.
for (const type of ['focus', 'mousedown', 'click']) {
  window.addEventListener(type, ({ target }) => {
    const calendar = target._flatpickr;
    if (calendar && !germanCalendars.has(calendar)) {
      germanCalendars.add(calendar);
      calendar.set('locale', CALENDAR);
      calendar.redraw();
    }
  }, true);
}
