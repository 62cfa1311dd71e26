import { get, send } from './api.js';
import { button, element, field, formatDate, section, select, statusLine, table, textarea } from './dom.js';
import { mountPaperView } from './paper-view.js';
import { planSection } from './plan.js';

const ROLES = [['DECISION', 'Entscheidung'], ['PRELIMINARY', 'Vorberatung'], ['HEARING', 'Anhörung'],
  ['NOTICE', 'Kenntnisnahme'], ['APPROVAL', 'Genehmigung'], ['STATEMENT', 'Stellungnahme']];

const HEADINGS = ['Rang', 'Gremium', 'Rolle', 'Sitzung', 'Stand und Ergebnis'];

/** What was changed but not saved, by paper, so that a look into another tab loses nothing. */
const drafts = new Map();

let organizations;
const meetingsByOrganization = new Map();

/** Shows a paper's Beratungsfolge and, where the person may, lets it be changed as a whole. */
export function mountSequence(node, paperId, onPaper) {
  organizations = undefined;
  meetingsByOrganization.clear();
  return mountPaperView(node, paperId, (paper, view) =>
    [planSection(paper.id), paper.mayEdit || paper.mayChangeSequence ? editor(paper, view) : readOnly(paper)], onPaper);
}

/** Whether something was changed and not saved. */
export function hasUnsavedSequence() {
  return drafts.size > 0;
}

function readOnly(paper) {
  return section('Beratungsfolge', paper.consultations.length
    ? table('Stationen der Beratungsfolge', HEADINGS, paper.consultations.map((station) => [
      String(station.rank), station.organization, station.roleLabel, meetingText(station), stateText(station)]))
    : element('p', {}, 'Es ist noch keine Station festgelegt.'));
}

function meetingText(station) {
  return station.date ? formatDate(station.date) : 'noch keine Sitzung';
}

function stateText(station) {
  return [station.stateLabel, station.waitsFor && `wartet auf: ${station.waitsFor}`,
    station.result && `„${station.result}“`].filter(Boolean).join('; ');
}

function isOpen(station) {
  return station.open ?? !(station.kind || station.result);
}

function editor(paper, view) {
  const saved = paper.consultations.map((station) => ({ ...station, open: isOpen(station) }));
  const base = JSON.stringify(saved);
  let draft = drafts.get(paper.id);
  const status = statusLine();
  if (draft && draft.base !== base) {
    drafts.delete(paper.id);
    draft = undefined;
    status.warn('Die Beratungsfolge wurde inzwischen geändert. Ihre nicht gespeicherten Änderungen gelten nicht mehr.');
  } else if (draft) {
    status.warn('Ihre Änderungen sind noch nicht gespeichert.');
  }
  draft ||= { base, stations: saved, reason: '' };

  const body = element('tbody');
  const reason = textarea(draft.reason, { required: true, maxlength: 1000 });
  reason.addEventListener('input', () => {
    draft.reason = reason.value;
    touched();
  });

  function touched() {
    drafts.set(paper.id, draft);
    status.warn('Ihre Änderungen sind noch nicht gespeichert.');
  }

  function changed(station, focusOn = '.gl-rank') {
    touched();
    drawRows();
    const row = body.rows[draft.stations.indexOf(station)];
    (row?.querySelector(`${focusOn}:not(:disabled)`) ?? row?.querySelector('.gl-rank'))?.focus();
  }

  function drawRows() {
    body.replaceChildren(...draft.stations.map((station, index) => station.open ? openRow(station, index)
      : element('tr', {}, [String(station.rank), station.organization, station.roleLabel, meetingText(station),
        stateText(station), 'abgeschlossen'].map((text) => element('td', {}, text)))));
    if (!draft.stations.length) {
      body.append(element('tr', {}, element('td', { colspan: 6 }, 'Es ist noch keine Station festgelegt.')));
    }
  }

  function openRow(station, index) {
    const name = station.organization;
    const rank = rankInput(station.rank, { 'aria-label': `Rang von ${name}` });
    rank.addEventListener('change', () => {
      station.rank = Number(rank.value) || station.rank;
      draft.stations.sort((a, b) => a.rank - b.rank);
      if (draft.stations[index] === station) {
        touched();
      } else {
        changed(station);
      }
    });
    const role = select(ROLES, station.role, { 'aria-label': `Rolle von ${name}` });
    role.addEventListener('change', () => {
      station.role = role.value;
      touched();
    });
    const meeting = meetingSelect(station.organizationId, station, { 'aria-label': `Sitzung von ${name}` });
    meeting.addEventListener('change', () => {
      station.meetingId = meeting.value === '' ? null : Number(meeting.value);
      station.date = meeting.selectedOptions[0].dataset.date ?? null;
      touched();
    });
    const move = (label, symbol, other) => button(symbol, () => {
      swap(index, other);
      changed(station, `[title="${label}"]`);
    }, {
      class: 'gl-button gl-small', 'aria-label': `${name} ${label}`, title: label,
      disabled: !draft.stations[other]?.open
    });
    return element('tr', {}, [rank, name, role, meeting, stateText(station),
      element('span', { class: 'gl-row-actions' },
        move('nach oben', '↑', index - 1), move('nach unten', '↓', index + 1),
        button('Entfernen', () => {
          draft.stations.splice(index, 1);
          changed(draft.stations[Math.min(index, draft.stations.length - 1)]);
        }, { class: 'gl-button gl-small', 'aria-label': `${name} entfernen` }))
    ].map((cell) => element('td', {}, cell)));
  }

  /** Two neighbours change places and ranks; with the same rank only their order changes. */
  function swap(index, other) {
    const stations = draft.stations;
    [stations[index].rank, stations[other].rank] = [stations[other].rank, stations[index].rank];
    [stations[index], stations[other]] = [stations[other], stations[index]];
  }

  const save = button('Beratungsfolge speichern', () => view.run(save, status, async () => {
    if (paper.released && !reason.value.trim()) {
      reason.focus();
      throw new Error('Bitte begründen Sie die Änderung: Die Vorlage ist bereits freigegeben.');
    }
    const answer = await send('PUT', `/api/papers/${paper.id}/sequence`, {
      version: paper.version,
      reason: paper.released ? reason.value.trim() : null,
      stations: draft.stations.filter((station) => station.open).map((station) => ({
        id: station.id ?? null, organizationId: station.organizationId, role: station.role, rank: station.rank,
        meetingId: station.meetingId ?? null
      }))
    });
    drafts.delete(paper.id);
    await view.changed(answer, 'Die Beratungsfolge ist gespeichert.');
  }), { class: 'gl-button gl-primary' });
  const discard = button('Änderungen verwerfen', () => {
    drafts.delete(paper.id);
    view.load();
  });

  drawRows();
  return section('Beratungsfolge',
    element('p', { class: 'gl-hint' }, 'Gremien mit gleichem Rang beraten unabhängig voneinander; ein höherer Rang '
      + 'berät nach den Gremien mit niedrigerem Rang.'),
    element('div', { class: 'gl-scroll' }, element('table', { class: 'gl-table gl-edit' },
      element('caption', { class: 'gl-hidden' }, 'Stationen der Beratungsfolge'),
      element('thead', {}, element('tr', {},
        [...HEADINGS, 'Ändern'].map((heading) => element('th', { scope: 'col' }, heading)))),
      body)),
    additionForm(draft, changed),
    paper.released && field('Begründung der Änderung', reason, 'Sie wird im Verlauf des Vorgangs festgehalten.'),
    element('div', { class: 'gl-actions' }, save, discard, status.node));
}

function additionForm(draft, changed) {
  const status = statusLine();
  const organization = select([['', 'Gremium wählen']], '');
  loadOrganizations().then((all) => organization.append(
    ...all.map((one) => element('option', { value: one.id }, one.name))), status.fail);
  const role = select(ROLES, 'PRELIMINARY');
  const rank = rankInput(nextRank(draft));
  let meeting = meetingSelect('', {});
  const meetingField = field('Sitzung', meeting);
  organization.addEventListener('change', () => {
    const next = meetingSelect(organization.value, {}, { id: meeting.id });
    meeting.replaceWith(next);
    meeting = next;
  });

  const add = button('Station hinzufügen', () => {
    if (!organization.value) {
      status.fail(new Error('Bitte wählen Sie ein Gremium.'));
      organization.focus();
      return;
    }
    const station = {
      id: null, open: true, organizationId: Number(organization.value),
      organization: organization.selectedOptions[0].textContent, role: role.value,
      rank: Number(rank.value) || nextRank(draft), stateLabel: 'neu',
      meetingId: meeting.value === '' ? null : Number(meeting.value),
      date: meeting.selectedOptions[0].dataset.date ?? null
    };
    draft.stations.push(station);
    draft.stations.sort((a, b) => a.rank - b.rank);
    organization.value = '';
    organization.dispatchEvent(new Event('change'));
    rank.value = nextRank(draft);
    status.clear();
    changed(station);
  });
  return element('fieldset', { class: 'gl-fieldset' },
    element('legend', {}, 'Weitere Station'),
    element('div', { class: 'gl-row' }, field('Gremium', organization), field('Rolle', role), field('Rang', rank),
      meetingField),
    element('div', { class: 'gl-actions' }, add, status.node));
}

function nextRank(draft) {
  return Math.max(0, ...draft.stations.map((station) => station.rank)) + 1;
}

function rankInput(value, properties = {}) {
  return element('input', { type: 'number', min: 1, step: 1, value, class: 'gl-rank', ...properties });
}

/** A body's coming meetings; the meeting that is chosen already stays in the list even when it is over. */
function meetingSelect(organizationId, station, properties = {}) {
  const chosen = station.meetingId ? [[station.meetingId, formatDate(station.date)]] : [];
  const node = select([['', 'noch keine Sitzung'], ...chosen], station.meetingId, properties);
  if (chosen.length) {
    node.lastChild.dataset.date = station.date;
  }
  if (organizationId === '') {
    return node;
  }
  loadMeetings(organizationId).then((meetings) => {
    for (const meeting of meetings) {
      const label = [formatDate(meeting.date), meeting.time && `${meeting.time.slice(0, 5)} Uhr`, meeting.name]
        .filter(Boolean).join(' · ');
      const option = [...node.options].find((one) => one.value === String(meeting.id));
      if (option) {
        option.textContent = label;
      } else {
        node.append(element('option', { value: meeting.id, 'data-date': meeting.date }, label));
      }
    }
  }, (error) => node.append(element('option', { disabled: true }, error.message)));
  return node;
}

function loadOrganizations() {
  organizations ||= get('/api/organizations').catch((error) => {
    organizations = undefined;
    throw error;
  });
  return organizations;
}

function loadMeetings(organizationId) {
  const key = String(organizationId);
  if (!meetingsByOrganization.has(key)) {
    meetingsByOrganization.set(key, get(`/api/organizations/${key}/meetings`).catch((error) => {
      meetingsByOrganization.delete(key);
      throw error;
    }));
  }
  return meetingsByOrganization.get(key);
}
