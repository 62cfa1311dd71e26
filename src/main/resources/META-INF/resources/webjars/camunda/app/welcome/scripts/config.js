export default {
  app: { name: 'Start', vendor: 'Gremienlauf' },
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
  links: [],
  customScripts: ['../tasklist/scripts/german-page', '../tasklist/scripts/accessible-names',
    '../tasklist/scripts/single-sign-on']
};
