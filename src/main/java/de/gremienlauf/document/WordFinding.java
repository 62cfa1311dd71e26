package de.gremienlauf.document;

import java.util.List;

/**
 * What became of something in a Word file that a text here cannot hold.
 *
 * @param sentence one German sentence with number and place
 * @param texts the words it is about, as far as it has words
 */
public record WordFinding(String sentence, List<String> texts) {

  public WordFinding {
    texts = List.copyOf(texts);
  }

  /** What people put into a Word file beside text, lists and tables; each with what it becomes. */
  enum Kind {
    OUTSIDE("1 Absatz steht %s und wurde nicht übernommen", "%d Absätze stehen %s und wurden nicht übernommen"),
    TRACKED("1 nachverfolgte Änderung %s wurde als angenommen übernommen",
        "%d nachverfolgte Änderungen %s wurden als angenommen übernommen"),
    NOTE("1 Fuß- oder Endnote %s steht künftig als Anmerkung am Ende des Textteils",
        "%d Fuß- oder Endnoten %s stehen künftig als Anmerkungen am Ende des Textteils"),
    COMMENT("1 Kommentar %s wurde nicht übernommen", "%d Kommentare %s wurden nicht übernommen"),
    IMAGE("1 Bild %s wurde nicht übernommen: bitte als Anlage hochladen",
        "%d Bilder %s wurden nicht übernommen: bitte als Anlage hochladen"),
    OBJECT("1 Diagramm oder eingebettetes Objekt %s wurde nicht übernommen: bitte als Anlage hochladen",
        "%d Diagramme oder eingebettete Objekte %s wurden nicht übernommen: bitte als Anlage hochladen"),
    TEXT_BOX("1 Textfeld %s wurde als Absatz übernommen", "%d Textfelder %s wurden als Absätze übernommen"),
    HEADER("1 Kopf- oder Fußzeile wurde nicht übernommen", "%d Kopf- oder Fußzeilen wurden nicht übernommen"),
    HIDDEN("1 verborgene Textstelle %s wurde nicht übernommen",
        "%d verborgene Textstellen %s wurden nicht übernommen"),
    LINK("1 Verweis %s wurde als Text übernommen", "%d Verweise %s wurden als Text übernommen"),
    FIELD("1 Feld %s wurde mit seinem letzten Stand übernommen",
        "%d Felder %s wurden mit ihrem letzten Stand übernommen"),
    BREAK("1 Seiten- oder Spaltenumbruch %s entfällt", "%d Seiten- oder Spaltenumbrüche %s entfallen"),
    TAB("1 Tabulator %s wurde zu einem Leerzeichen", "%d Tabulatoren %s wurden zu Leerzeichen"),
    COLOUR("1 farbige Textstelle %s wurde ohne Farbe übernommen",
        "%d farbige Textstellen %s wurden ohne Farbe übernommen"),
    NESTED_TABLE("1 Tabelle in einer Tabelle %s wurde als Text übernommen",
        "%d Tabellen in Tabellen %s wurden als Text übernommen"),
    FORMULA("1 Formel %s wurde als einfacher Text übernommen", "%d Formeln %s wurden als einfacher Text übernommen"),
    SYMBOL("1 Sonderzeichen %s ist nicht bekannt und wurde durch „□“ ersetzt",
        "%d Sonderzeichen %s sind nicht bekannt und wurden durch „□“ ersetzt"),
    HEADING_NUMBER("1 automatische Nummer einer Überschrift %s entfällt",
        "%d automatische Nummern von Überschriften %s entfallen"),
    HEADING("1 Überschrift %s wurde durch die des Textteils ersetzt",
        "%d Überschriften %s wurden durch die des Textteils ersetzt"),
    EMBEDDED("1 eingebettete Datei %s wurde nicht übernommen: bitte ihren Text einfügen",
        "%d eingebettete Dateien %s wurden nicht übernommen: bitte ihren Text einfügen"),
    UNKNOWN("1 unbekannter Bestandteil %s wurde als einfacher Text übernommen",
        "%d unbekannte Bestandteile %s wurden als einfacher Text übernommen");

    private final String one;
    private final String many;

    Kind(String one, String many) {
      this.one = one;
      this.many = many;
    }

    String sentence(int count, String place) {
      return (count == 1 ? one.formatted(place) : many.formatted(count, place)) + ".";
    }
  }
}
