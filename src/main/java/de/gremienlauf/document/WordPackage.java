package de.gremienlauf.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The parts of a Word file as XML. Elements are known by their local names: both dialects of the standard are read. */
final class WordPackage implements AutoCloseable {

  static {
    // Bombs were found by the upload check, which knows how small a long table gets; POI is stricter and says nothing.
    ZipSecureFile.setMinInflateRatio(0);
  }

  /** A text of a hundred thousand letters needs a tenth of this even in many small pieces. */
  private static final int MAX_PART = 30_000_000;

  private final OPCPackage file;
  private final PackagePart main;

  private WordPackage(OPCPackage file, PackagePart main) {
    this.file = file;
    this.main = main;
  }

  static WordPackage open(byte[] docx) throws IOException {
    try {
      OPCPackage file = OPCPackage.open(new ByteArrayInputStream(docx));
      PackagePart main = file.getParts().stream()
          .filter(part -> part.getContentType().endsWith("wordprocessingml.document.main+xml")).findFirst()
          .orElseThrow(() -> new IOException("The file has no document"));
      return new WordPackage(file, main);
    } catch (OpenXML4JException | OpenXML4JRuntimeException e) {
      throw new IOException(e);
    }
  }

  Element document() throws IOException {
    return xml(main);
  }

  /** The parts that the document refers to by relationships of a kind, e.g. "footnotes". */
  List<Element> parts(String kind) throws IOException {
    List<Element> parts = new ArrayList<>();
    try {
      for (PackageRelationship relationship : main.getRelationships()) {
        if (relationship.getRelationshipType().endsWith("/" + kind)
            && relationship.getTargetMode() == TargetMode.INTERNAL) {
          PackagePart part = main.getRelatedPart(relationship);
          if (part != null) {
            parts.add(xml(part));
          }
        }
      }
    } catch (OpenXML4JException | OpenXML4JRuntimeException | IllegalArgumentException e) {
      throw new IOException(e);
    }
    return parts;
  }

  /** Where a link of the document leads outside; empty if it stays inside. */
  Optional<String> address(String relationshipId) {
    PackageRelationship relationship = relationshipId.isEmpty() ? null : main.getRelationship(relationshipId);
    return Optional.ofNullable(relationship)
        .filter(found -> found.getTargetMode() == TargetMode.EXTERNAL)
        .map(found -> found.getTargetURI().toString());
  }

  private static Element xml(PackagePart part) throws IOException {
    try (InputStream stream = part.getInputStream()) {
      byte[] bytes = stream.readNBytes(MAX_PART + 1);
      if (bytes.length > MAX_PART) {
        throw new TooLargeException();
      }
      return DocumentHelper.readDocument(new ByteArrayInputStream(bytes)).getDocumentElement();
    } catch (SAXException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    file.revert();
  }

  /** A part that no text of a paper has. */
  static final class TooLargeException extends IOException {
  }

  static Stream<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children.stream();
  }

  /** The first child on a path of local names; null if there is none. */
  static Element child(Element parent, String... path) {
    Element at = parent;
    for (String name : path) {
      if (at == null) {
        return null;
      }
      at = children(at).filter(child -> name.equals(child.getLocalName())).findFirst().orElse(null);
    }
    return at;
  }

  static boolean has(Element parent, String... path) {
    return child(parent, path) != null;
  }

  /** An attribute by its local name; empty if it is missing. */
  static String attribute(Element element, String name) {
    if (element == null) {
      return "";
    }
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      if (name.equals(attributes.item(i).getLocalName())) {
        return attributes.item(i).getNodeValue();
      }
    }
    return "";
  }

  static String val(Element element) {
    return attribute(element, "val");
  }

  /** The value of a child; empty if there is none. */
  static String val(Element parent, String... path) {
    return val(child(parent, path));
  }

  static int number(String text, int otherwise) {
    return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }
}
