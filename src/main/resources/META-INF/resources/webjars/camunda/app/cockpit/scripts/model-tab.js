import { get } from '/vorgaenge/api.js';
import { element, section, statusLine } from '/vorgaenge/dom.js';
import { bars } from './bars.js';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Shares of the longest median of a model, from which on a step is drawn warmer. */
const WARMTH = [0.75, 0.4, 0.15];

/** Where runs of a model wait and how long: as a tab, and as warmth on its picture. */
export default [
  {
    id: 'gremienlauf.wartezeiten',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: 20,
    properties: { label: 'Wartezeiten' },
    async render(node, { processDefinitionId }) {
      const status = statusLine();
      const content = element('div');
      node.classList.add('gl-view');
      node.replaceChildren(status.node, content);
      status.say('Bitte warten …');
      try {
        const places = await waiting(processDefinitionId);
        status.clear();
        content.replaceChildren(now(places), past(places));
      } catch (error) {
        if (error.status === 403) {
          status.say('Die Wartezeiten sind für die Amtsleitung und die Administration.');
        } else {
          status.fail(error);
        }
      }
    }
  },
  {
    id: 'gremienlauf.waerme',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    priority: 20,
    async render(viewer, { processDefinitionId }) {
      try {
        const canvas = viewer.get('canvas');
        for (const [activity, level] of warmth(await waiting(processDefinitionId))) {
          canvas.addMarker(activity, `gl-warm-${level}`);
        }
      } catch (error) {
        // The picture stays as it is for those whom the numbers are not for.
        if (error.status !== 403) {
          console.error(error);
        }
      }
    }
  }
];

function waiting(processDefinitionId) {
  return get(`/api/process-definitions/${encodeURIComponent(processDefinitionId)}/waiting`);
}

/** The steps that take long, each with its level: 1 is the warmest. */
function warmth(places) {
  const longest = Math.max(...places.map((place) => place.times.median ?? 0));
  return places.filter((place) => place.times.median >= HOUR)
    .map((place) => [place.activity, WARMTH.findIndex((share) => place.times.median >= share * longest) + 1])
    .filter(([, level]) => level > 0);
}

function now(places) {
  const here = places.filter((place) => place.waiting > 0).sort((a, b) => b.waiting - a.waiting);
  return section('Wo jetzt etwas wartet', here.length
    ? bars('Vorgänge, die jetzt warten', 'Schritt', here.map((place) => ({ label: place.name, count: place.waiting })))
    : element('p', {}, 'Kein Vorgang dieses Modells wartet.'));
}

function past(places) {
  const levels = new Map(warmth(places));
  const measured = places.filter((place) => place.times.count > 0)
    .sort((a, b) => b.times.median - a.times.median);
  return section('Wie lange es dort bisher dauerte',
    measured.length === 0 ? element('p', {}, 'In den letzten zwölf Monaten ist noch kein Schritt abgeschlossen worden.')
      : bars('Dauer der Schritte', 'Schritt', measured.map((place) => ({
        label: place.name, count: place.times.median, kind: levels.has(place.activity) && `warm-${levels.get(place.activity)}`,
        text: `die Hälfte binnen ${duration(place.times.median)}, neun von zehn binnen ${duration(place.times.nineTenths)}`
          + ` (${place.times.count === 1 ? 'einmal' : `${place.times.count}-mal`} gemessen)`
      }))),
    element('p', { class: 'gl-hint' }, 'Gemessen werden je Schritt die neuesten 200 Fälle der letzten zwölf Monate, '
      + 'jede Minute neu. Je länger ein Schritt dauert, desto dunkler ist er im Modell gefärbt.'));
}

function duration(minutes) {
  const [number, one, many] = minutes < 2 * HOUR ? [minutes, 'einer Minute', 'Minuten']
    : minutes < 2 * DAY ? [Math.round(minutes / HOUR), 'einer Stunde', 'Stunden']
      : [Math.round(minutes / DAY), 'einem Tag', 'Tagen'];
  return number <= 1 ? one : `${number} ${many}`;
}
