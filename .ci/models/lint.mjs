import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { chosen, Findings, HERE } from './files.mjs';
import { read } from './moddle.mjs';

const require = createRequire(import.meta.url);
const bpmnlint = require('bpmnlint');
const BpmnResolver = require('bpmnlint/lib/resolver/node-resolver');
const dmnlint = require('dmnlint');
const DmnResolver = require('dmnlint/lib/resolver/node-resolver');

/** The form types that form-js 1.8.7 in the Tasklist of 7.24 can show; any other breaks the whole form. */
const FORM_TYPES = new Set(['default', 'textfield', 'textarea', 'number', 'datetime', 'checkbox', 'checklist', 'radio',
  'select', 'taglist', 'text', 'html', 'image', 'table', 'group', 'dynamiclist', 'expression', 'separator', 'spacer',
  'iframe', 'button']);
const FORM_SCHEMA_VERSION = 16;

const findings = new Findings();
const names = process.argv.slice(2);
const bpmn = chosen(names, 'processes', '.bpmn');
const dmn = chosen(names, 'processes', '.dmn');
const forms = chosen(names, 'forms', '.form');

await findings.each(bpmn, lintBpmn);
await findings.each(dmn, lintDmn);
if (forms.length) {
  const { FormLinter } = await formLinting();
  await findings.each(forms, file => lintForm(file, new FormLinter()));
}
if (!names.length && !bpmn.length) {
  findings.add('processes', 'there is no BPMN file');
}
findings.close('lint', bpmn.length + dmn.length + forms.length);

async function lintBpmn(file) {
  const { rootElement, warnings } = await read(file);
  const linter = new bpmnlint.Linter({
    config: JSON.parse(fs.readFileSync(path.join(HERE, '.bpmnlintrc'), 'utf8')),
    resolver: new BpmnResolver({ require })
  });
  report(file, warnings, await linter.lint(rootElement));
  const processes = rootElement.rootElements.filter(element => element.$type === 'bpmn:Process');
  const id = path.basename(file, '.bpmn');
  if (processes.length !== 1 || processes[0].id !== id) {
    findings.add(file, `file-name: the file holds one process and is named after it, but holds ${
      processes.map(process => process.id).join(', ') || 'none'}`);
  }
}

async function lintDmn(file) {
  const { rootElement, warnings } = await read(file);
  const linter = new dmnlint.Linter({
    config: JSON.parse(fs.readFileSync(path.join(HERE, '.dmnlintrc'), 'utf8')),
    resolver: new DmnResolver({ require })
  });
  report(file, warnings, await linter.lint(rootElement));
  const id = path.basename(file, '.dmn');
  if (!rootElement.drgElement?.some(element => element.$type === 'dmn:Decision' && element.id === id)) {
    findings.add(file, 'file-name: a decision table is named after its decision');
  }
}

function report(file, warnings, results) {
  warnings.forEach(warning => findings.add(file, `import: ${warning.message.replace(/\s+/g, ' ')}`));
  for (const [rule, reports] of Object.entries(results)) {
    reports.forEach(({ id, message }) => findings.add(file, `${rule}: ${id ?? ''} ${message}`));
  }
}

async function lintForm(file, linter) {
  const form = JSON.parse(fs.readFileSync(file, 'utf8'));
  const add = message => findings.add(file, message);
  if (form.id !== path.basename(file, '.form')) {
    add(`form-id: a form is named after its id, which is ${form.id}`);
  }
  if (form.executionPlatform !== 'Camunda Platform' || form.executionPlatformVersion !== '7.24.0') {
    add(`form-platform: ${form.executionPlatform} ${form.executionPlatformVersion}, not Camunda Platform 7.24.0`);
  }
  if (form.schemaVersion !== FORM_SCHEMA_VERSION) {
    add(`form-schema: schemaVersion is ${form.schemaVersion}, not ${FORM_SCHEMA_VERSION}`);
  }
  const ids = new Set();
  for (const component of components(form)) {
    if (!FORM_TYPES.has(component.type)) {
      add(`form-type: ${component.id} has the type ${component.type}, which the Tasklist cannot show`);
    }
    if (ids.has(component.id)) {
      add(`form-component-id: ${component.id} is there twice`);
    }
    ids.add(component.id);
    if (component.key && !component.label?.trim()) {
      add(`form-label: the field ${component.key} has no label`);
    }
  }
  // The linter knows versions up to 7.22 and is silent on any other; 7.22 has the same form-js as 7.24.
  const reports = await linter.lint({
    ...form, executionPlatform: 'Camunda Platform', executionPlatformVersion: '7.22.0'
  });
  reports.forEach(({ category, id, message }) => add(`form-linting (${category}): ${id ?? ''} ${message}`));
}

function components(parent) {
  return (parent.components ?? []).flatMap(component => [component, ...components(component)]);
}

/** The form linter is written for bundlers and cannot be imported as it is. */
async function formLinting() {
  const { outputFiles } = await build({
    stdin: { contents: "export { FormLinter } from '@camunda/form-linting';", resolveDir: HERE },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
