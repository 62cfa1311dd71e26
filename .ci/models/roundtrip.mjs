import { chosen, Findings } from './files.mjs';
import { read } from './moddle.mjs';

const findings = new Findings();
const names = process.argv.slice(2);
const files = chosen(names, 'processes', '.bpmn', '.dmn');
await findings.each(files, file => check(file, message => findings.add(file, message)));
findings.close('roundtrip', files.length);

/** Opens and saves a model as Camunda Modeler would; nothing may be unknown, missing or lost. */
async function check(file, add) {
  const { moddle, xml, rootElement, warnings } = await read(file);
  warnings.forEach(warning => add(`import: ${warning.message.replace(/\s+/g, ' ')}`));
  const elements = elementsBelow(rootElement);
  elements.forEach(element => checkKnown(element, add));
  missingInDiagram(rootElement).forEach(id => add(`${id} is not in the diagram`));
  const type = rootElement.$type;
  const first = (await moddle.toXML(rootElement, { format: true })).xml;
  const second = (await moddle.toXML((await moddle.fromXML(first, type)).rootElement, { format: true })).xml;
  if (first !== second) {
    add('changes when it is saved twice');
  }
  const defaults = defaultsOf(elements);
  const kept = new Set(pieces(first, defaults));
  pieces(xml, defaults).filter(piece => !kept.has(piece)).forEach(piece => add(`is lost when it is saved: ${piece}`));
}

function elementsBelow(root) {
  const seen = new Set();
  const visit = element => {
    if (!element?.$descriptor || seen.has(element)) {
      return;
    }
    seen.add(element);
    for (const property of element.$descriptor.properties ?? []) {
      if (!property.isReference && !property.isId) {
        const value = element.get?.(property.name);
        (Array.isArray(value) ? value : [value]).forEach(visit);
      }
    }
  };
  visit(root);
  return [...seen];
}

/** An attribute or element in the engine's namespace that its descriptor lacks is a slip of the pen. */
function checkKnown(element, add) {
  if (element.$descriptor.isGeneric && element.$type.startsWith('camunda:')) {
    add(`unknown element ${element.$type}`);
  }
  Object.keys(element.$attrs ?? {}).filter(name => /^(camunda|modeler):/.test(name) || !name.includes(':'))
    .filter(name => name !== 'xmlns')
    .forEach(name => add(`unknown attribute ${name} on ${element.id ?? element.$type}`));
}

function missingInDiagram(definitions) {
  if (definitions.$type === 'dmn:Definitions') {
    const drawn = new Set((definitions.dmnDI?.diagrams ?? []).flatMap(diagram => diagram.diagramElements ?? [])
      .map(di => di.dmnElementRef?.id));
    return (definitions.drgElement ?? []).map(element => element.id).filter(id => !drawn.has(id));
  }
  const drawn = new Set((definitions.diagrams ?? []).flatMap(diagram => diagram.plane.planeElement ?? [])
    .map(di => di.bpmnElement?.id));
  const below = scope => [...scope.flowElements ?? [], ...scope.artifacts ?? []]
    .flatMap(element => [element, ...below(element)]);
  return definitions.rootElements.filter(element => element.$type === 'bpmn:Process').flatMap(below)
    .filter(element => element.$type !== 'bpmn:DataObject').map(element => element.id).filter(id => !drawn.has(id));
}

/** The attributes `name="value"` that a saved file leaves out because nothing else is meant without them. */
function defaultsOf(elements) {
  const properties = elements.flatMap(element => element.$descriptor.properties ?? []);
  return new Set(properties.filter(property => property.isAttr && property.default !== undefined)
    .map(property => `${property.ns.localName}="${property.default}"`));
}

/** Tags with sorted attributes, and texts; attributes that say the default do not count. */
function pieces(xml, defaults) {
  return xml.replace(/<\?xml.*?\?>|<!--[\s\S]*?-->/g, '').match(/<[^>]+>|[^<]+/g)
    .filter(piece => !piece.startsWith('</') && piece.trim())
    .map(piece => {
      const tag = piece.match(/^<([\w:.-]+)/);
      if (!tag) {
        return unescaped(piece.trim());
      }
      const attributes = (piece.match(/[\w:.-]+="[^"]*"/g) ?? [])
        .filter(attribute => !defaults.has(attribute.replace(/^\w+:/, '')));
      return `<${tag[1]} ${attributes.map(unescaped).sort().join(' ')}>`;
    });
}

function unescaped(text) {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'")
    .replace(/&#10;/g, '\n').replace(/&amp;/g, '&').replace(/<!\[CDATA\[|\]\]>/g, '');
}
