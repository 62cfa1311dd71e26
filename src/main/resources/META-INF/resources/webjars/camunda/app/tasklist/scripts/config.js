export default {
  app: { name: 'Aufgaben', vendor: 'Gremienlauf' },
  dateFormat: {
    normal: 'DD.MM.YYYY HH:mm',
    long: 'dddd, DD.MM.YYYY HH:mm',
    short: 'DD.MM.YYYY',
    abbr: 'DD.MM.YYYY HH:mm',
    monthName: 'MMMM',
    day: 'DD'
  },
  locales: { availableLocales: ['de'], fallbackLocale: 'de' },
  disableWelcomeMessage: true,
  customScripts: [
    'scripts/german-page',
    'scripts/accessible-names',
    'scripts/single-sign-on',
    'scripts/german-forms',
    'scripts/form-workarounds',
    'scripts/session',
    'scripts/paper-tabs',
    'scripts/meeting-tab',
    'scripts/project-tab',
    'scripts/deadline-tab',
    'scripts/papers-link',
    'scripts/proposals'
  ],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'übernimmt die ausgewählte Aufgabe' },
    focusFilter: { key: 'ctrl+shift+f', description: 'springt zum ersten Filter' },
    focusList: { key: 'ctrl+alt+l', description: 'springt zur ersten Aufgabe der Liste' },
    focusForm: { key: 'ctrl+alt+f', description: 'springt zum ersten Eingabefeld der Aufgabe' },
    startProcess: { key: 'ctrl+alt+p', description: 'öffnet die Auswahl zum Starten eines Vorgangs' }
  }
};
