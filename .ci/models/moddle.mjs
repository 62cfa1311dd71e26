import fs from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';

const require = createRequire(import.meta.url);

/** What Camunda Modeler writes at the top of a file of the given language, `bpmn` or `dmn`. */
const modeler = language => ({
  name: 'Modeler',
  uri: 'http://camunda.org/schema/modeler/1.0',
  prefix: 'modeler',
  xml: { tagAlias: 'lowerCase' },
  types: [{
    name: 'Definitions',
    isAbstract: true,
    extends: [`${language}:Definitions`],
    properties: [
      { name: 'executionPlatform', isAttr: true, type: 'String' },
      { name: 'executionPlatformVersion', isAttr: true, type: 'String' }
    ]
  }]
});

/** Reads BPMN as Camunda Modeler does, with the engine's attributes known. */
export function bpmnModdle() {
  return new BpmnModdle({ camunda: require('camunda-bpmn-moddle/resources/camunda.json'), modeler: modeler('bpmn') });
}

/** Reads DMN as Camunda Modeler does, with the engine's attributes known. */
export function dmnModdle() {
  return new DmnModdle({ camunda: require('camunda-dmn-moddle/resources/camunda.json'), modeler: modeler('dmn') });
}

/** Parses a .bpmn or .dmn file; returns `rootElement`, `warnings` and the `moddle` it was read with. */
export async function read(file) {
  const bpmn = file.endsWith('.bpmn');
  const moddle = bpmn ? bpmnModdle() : dmnModdle();
  const xml = fs.readFileSync(file, 'utf8');
  return { moddle, xml, ...await moddle.fromXML(xml, bpmn ? 'bpmn:Definitions' : 'dmn:Definitions') };
}
