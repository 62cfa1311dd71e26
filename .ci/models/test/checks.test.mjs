import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { HERE } from '../files.mjs';

const BROKEN = path.join(HERE, 'test/broken.bpmn');
const rules = Object.keys(createRequire(import.meta.url)('bpmnlint-plugin-local').rules);

function run(script, ...files) {
  const command = [path.join(HERE, script), ...files];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  assert.equal(stderr, '');
  return { status, stdout };
}

test('every rule of the project finds its fault', () => {
  const { status, stdout } = run('lint.mjs', BROKEN);
  assert.equal(status, 1);
  for (const rule of [...rules.map(name => `local/${name}:`), 'file-name:', 'import:', 'no-bpmndi:']) {
    assert.ok(stdout.includes(rule), `${rule} in\n${stdout}`);
  }
});

test('a form that the Tasklist cannot show is found', () => {
  const { status, stdout } = run('lint.mjs', path.join(HERE, 'test/broken.form'));
  assert.equal(status, 1);
  for (const rule of ['form-id:', 'form-platform:', 'form-schema:', 'form-type:', 'form-component-id:', 'form-label:',
    'form-linting']) {
    assert.ok(stdout.includes(rule), `${rule} in\n${stdout}`);
  }
});

test('a decision table with a nameless decision is found', () => {
  const { status, stdout } = run('lint.mjs', path.join(HERE, 'test/broken.dmn'));
  assert.equal(status, 1);
  assert.match(stdout, /label-required:/);
  assert.match(stdout, /file-name:/);
});

test('what a round trip through Camunda Modeler would lose is found', () => {
  const { status, stdout } = run('roundtrip.mjs', BROKEN, path.join(HERE, 'test/broken.dmn'));
  assert.equal(status, 1);
  assert.match(stdout, /unknown attribute camunda:asignee on Task_Ask/);
  assert.match(stdout, /Flow_B is not in the diagram/);
  assert.match(stdout, /Decision_1 is not in the diagram/);
});

test('what a reader of the picture would stumble over is found', () => {
  const { status, stdout } = run('layout-check.mjs', BROKEN);
  assert.equal(status, 1);
  for (const finding of ['Task_Ask and Gateway_Kind overlap', 'Flow_E runs through Task_Serve',
    'Flow_C and Flow_E cross', 'Flow_E does not dock at EndEvent_One', 'Flow_F has a slanting piece', 'the label of Gateway_Kind overlaps Task_Ask',
    'EndEvent_One has a name but no place for it', 'Flow_E runs through the label of Gateway_Kind']) {
    assert.ok(stdout.includes(finding), `${finding} in\n${stdout}`);
  }
});

test('a model without a diagram is laid out so that it passes, and always alike', t => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'layout-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const model = path.join(folder, 'sample.bpmn');
  fs.copyFileSync(path.join(HERE, 'test/sample.bpmn'), model);
  const layOut = () => {
    assert.equal(run('layout.mjs', '--cells', path.join(HERE, 'test/layout'), model).status, 0);
    return fs.readFileSync(model, 'utf8');
  };
  const first = layOut();
  for (const script of ['layout-check.mjs', 'roundtrip.mjs']) {
    const { status, stdout } = run(script, model);
    assert.equal(status, 0, stdout);
  }
  assert.equal(layOut(), first);
});
