import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { chosen, Findings, ROOT } from './files.mjs';

const require = createRequire(import.meta.url);
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, png: { type: 'string' } }
});
const PICTURES = path.join(ROOT, 'docs/models');
const BPMN_JS = {
  script: 'bpmn-js/dist/bpmn-viewer.production.min.js',
  styles: ['bpmn-js/dist/assets/diagram-js.css', 'bpmn-js/dist/assets/bpmn-js.css',
    'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css']
};
const DMN_JS = {
  script: 'dmn-js/dist/dmn-viewer.production.min.js',
  styles: ['dmn-js/dist/assets/diagram-js.css', 'dmn-js/dist/assets/dmn-js-shared.css',
    'dmn-js/dist/assets/dmn-js-decision-table.css', 'dmn-js/dist/assets/dmn-js-drd.css',
    'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css']
};

const findings = new Findings();
const bpmn = chosen(positionals, 'processes', '.bpmn');
const dmn = options.png ? chosen(positionals, 'processes', '.dmn') : [];
const browser = await chromium.launch({
  executablePath: executable(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--font-render-hinting=none']
});
try {
  const page = await browser.newPage({ locale: 'de-DE', viewport: { width: 1900, height: 1000 } });
  await findings.each(bpmn, file => renderBpmn(page, file));
  await findings.each(dmn, file => renderDmn(page, file));
  if (!positionals.length && options.check) {
    orphans().forEach(name => findings.add(path.join(PICTURES, name), 'shows a model that is not there'));
  }
} finally {
  await browser.close();
}
findings.close('render', bpmn.length + dmn.length);

function executable() {
  const named = [process.env.CHROMIUM, '/usr/bin/chromium'].find(candidate => candidate && fs.existsSync(candidate));
  return named ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
}

async function renderBpmn(page, file) {
  await open(page, BPMN_JS);
  const { warnings, svg } = await page.evaluate(async xml => {
    const viewer = new window.BpmnJS({ container: '#model' });
    const result = await viewer.importXML(xml);
    const picture = await viewer.saveSVG();
    const canvas = viewer.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    canvas.zoom(canvas.zoom() * 0.97, 'auto');
    return { warnings: result.warnings.map(warning => warning.message), svg: picture.svg };
  }, fs.readFileSync(file, 'utf8'));
  warnings.forEach(warning => findings.add(file, warning));
  keep(file, steady(svg));
  await photograph(page, file);
}

async function renderDmn(page, file) {
  await open(page, DMN_JS);
  const warnings = await page.evaluate(async xml => {
    const viewer = new window.DmnJS({ container: '#model' });
    const result = await viewer.importXML(xml);
    await viewer.open(viewer.getViews().find(view => view.type === 'decisionTable') ?? viewer.getViews()[0]);
    return result.warnings.map(warning => warning.message);
  }, fs.readFileSync(file, 'utf8'));
  warnings.forEach(warning => findings.add(file, warning));
  await photograph(page, file);
}

/** An empty page with a library; its texts are measured with a font of its own, so that every machine draws alike. */
async function open(page, { script, styles }) {
  const font = fs.readFileSync(require.resolve('@fontsource/arimo/files/arimo-latin-400-normal.woff2'), 'base64');
  await page.goto('about:blank');
  await page.setContent(`<!doctype html><html lang="de"><head><style>
    @font-face { font-family: Arial; src: url(data:font/woff2;base64,${font}); }
    body { margin: 0; background: #fff; }
    #model { width: 1900px; height: 1000px; }
    .bjs-powered-by { display: none; }
  </style></head><body><div id="model"></div></body></html>`);
  await page.evaluate(() => document.fonts.load('12px Arial'));
  for (const style of styles) {
    await page.addStyleTag({ content: fs.readFileSync(require.resolve(style), 'utf8') });
  }
  await page.addScriptTag({ content: fs.readFileSync(require.resolve(script), 'utf8') });
}

/** The same model gives the same characters: random ids are counted, numbers rounded. */
function steady(svg) {
  const ids = new Map();
  return `${svg
    .replace('<svg ', '<svg style="background: white" ')
    .replace(/<!-- created with .*? -->\n?/, '')
    .replace(/marker-[0-9a-z]{10,}/g, id => {
      ids.set(id, ids.get(id) ?? `marker-${ids.size + 1}`);
      return ids.get(id);
    })
    .replace(/\d+\.\d{2,}/g, number => String(Math.round(Number(number) * 10) / 10))
    .trim()}\n`;
}

function keep(file, svg) {
  const picture = path.join(PICTURES, `${path.basename(file, '.bpmn')}.svg`);
  if (options.check) {
    if (!fs.existsSync(picture) || fs.readFileSync(picture, 'utf8') !== svg) {
      findings.add(picture, 'is not the picture of its model; run "npm run render"');
    }
    return;
  }
  fs.mkdirSync(PICTURES, { recursive: true });
  fs.writeFileSync(picture, svg);
}

async function photograph(page, file) {
  if (options.png) {
    fs.mkdirSync(options.png, { recursive: true });
    await page.screenshot({ path: path.join(options.png, `${path.basename(file)}.png`), fullPage: true });
  }
}

function orphans() {
  const known = new Set(bpmn.map(file => `${path.basename(file, '.bpmn')}.svg`));
  return fs.existsSync(PICTURES) ? fs.readdirSync(PICTURES).filter(name => !known.has(name)) : [];
}
