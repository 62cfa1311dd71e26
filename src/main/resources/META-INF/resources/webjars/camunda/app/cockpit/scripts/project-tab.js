import { get } from '/vorgaenge/api.js';
import { element, formatDateTime, section, statusLine, table } from '/vorgaenge/dom.js';

/** A tab of a process instance with what it waits for: its timers, and the funded project it belongs to. */
export default {
  id: 'gremienlauf.termine',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 20,
  properties: { label: 'Termine' },
  async render(node, { processInstanceId }) {
    node.classList.add('gl-view');
    const status = statusLine();
    const project = element('div');
    const content = element('div');
    node.replaceChildren(status.node, project, content);
    status.say('Bitte warten …');
    try {
      const [timers, names] = await Promise.all([
        engine(`job?timers=true&sortBy=jobDueDate&sortOrder=asc&processInstanceId=${processInstanceId}`),
        activityNames(processInstanceId)]);
      status.clear();
      content.replaceChildren(section('Termine, auf die dieser Vorgang wartet', timers.length
        ? table('Termine', ['Wartet auf', 'Termin'], timers.map((timer) => [
          names.get(timer.jobDefinitionId) ?? 'Termin', formatDateTime(timer.dueDate.replace(/\+0000$/, 'Z'))]))
        : element('p', {}, 'Dieser Vorgang wartet auf keinen Termin.')));
    } catch (error) {
      status.fail(error);
    }
    try {
      const { projectId } = await get(`/api/process-instances/${encodeURIComponent(processInstanceId)}/project`);
      project.replaceChildren(element('p', {}, element('a',
        { class: 'gl-button', href: `/foerderung/#${projectId}/fristen`, target: '_blank' },
        'Förderprojekt mit allen Fristen öffnen')));
    } catch (error) {
      if (error.status !== 404 && error.status !== 403) {
        status.fail(error);
      }
    }
  }
};

function engine(path) {
  return get(`/camunda/api/engine/engine/default/${path}`);
}

/** Names of the model for the timers: a job knows its job definition, that knows the id of its event. */
async function activityNames(processInstanceId) {
  const { definitionId } = await engine(`process-instance/${encodeURIComponent(processInstanceId)}`);
  const [definitions, { bpmn20Xml }] = await Promise.all([
    engine(`job-definition?processDefinitionId=${encodeURIComponent(definitionId)}`),
    engine(`process-definition/${encodeURIComponent(definitionId)}/xml`)]);
  const model = new DOMParser().parseFromString(bpmn20Xml, 'text/xml');
  return new Map(definitions.map((one) => [one.id,
    model.querySelector(`[id="${CSS.escape(one.activityId)}"]`)?.getAttribute('name')]));
}
