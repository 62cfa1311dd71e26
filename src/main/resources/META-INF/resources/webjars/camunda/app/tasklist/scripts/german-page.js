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
