import { element, formatDate, formatDateTime, section, table } from '/vorgaenge/dom.js';

/** Documents to download, and who did what when. */
export function showHistory({ project }) {
  return [
    project.mayAudit && element('p', {}, element('a',
      { class: 'gl-button', href: `/api/projects/${project.head.id}/audit`, download: true }, 'Prüfexport')),
    section('Dokumente', project.documents.length
      ? table('Dokumente', ['Dokument', 'Bearbeitbar', 'Art', 'Erstellt'], project.documents.map((one) => [
        element('a', { href: `/api/projects/${project.head.id}/documents/${one.id}` }, one.name),
        one.word ? element('a', {
          href: `/api/projects/${project.head.id}/documents/${one.id}?word=true`, 'aria-label': `${one.name} als Word-Datei`
        }, 'Word-Datei') : '', one.kindLabel,
        formatDate(one.createdOn)]))
      : element('p', {}, 'Es gibt noch kein Dokument.')),
    section('Verlauf', table('Verlauf', ['Wann', 'Wer', 'Was'], [...project.events].reverse().map((one) =>
      [formatDateTime(one.at), one.by || 'von selbst', one.description])))
  ];
}
