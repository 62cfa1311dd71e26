package de.gremienlauf.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Whatever is asked for, {@link QuickPaths} finds what the XPath of the JVM finds. */
class QuickPathsTest {

  private static final String FILE = """
      <mapper>text<!-- insert --><sql id="1"><include/>%s</sql><insert id="2"><selectKey/><selectKey order="after"/></insert>
      <select id="3"><if><selectKey/></if></select><sql id="4"><include/><cache-ref/></sql><cache-ref/>
      <sql xmlns="https://stadt.example" id="5"><include/></sql><p:sql xmlns:p="https://stadt.example" id="6"/>
      <mapper><sql id="7"/></mapper></mapper>
      """.formatted("<![CDATA[<selectKey/>]]>");

  private final XPath quick = XPathFactory.newInstance().newXPath();
  private final XPath complete = XPathFactory.newDefaultInstance().newXPath();

  @Test
  void theJvmFindsIt() {
    assertThat(XPathFactory.newInstance()).isInstanceOf(QuickPaths.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sql", "selectKey", "insert|select|sql", "select|insert", "cache-ref", "sql/include", "/mapper",
      "/mapper/sql", "/mapper/sql/include", "/mapper/mapper/sql", "mapper/sql", "/sql", "nowhere", "nowhere/sql",
      "/mapper/nowhere/sql", "//sql", "*", "sql[@id='4']", "sql/@id", "sql|insert/selectKey", ".", "..", "text()", "/"})
  void finds(String path) throws Exception {
    for (boolean namespaces : List.of(true, false)) {
      List<Node> contexts = new ArrayList<>(List.of(document(namespaces)));
      NodeList elements = ((Document) contexts.get(0)).getElementsByTagName("*");
      for (int i = 0; i < elements.getLength(); i++) {
        contexts.add(elements.item(i));
      }
      Element detached = (Element) contexts.get(1).cloneNode(true);
      contexts.addAll(List.of(detached, detached.getFirstChild(), detached.getLastChild().getPreviousSibling()));
      for (Node context : contexts) {
        assertThat(nodes(quick, path, context)).isEqualTo(nodes(complete, path, context));
        assertThat(quick.evaluate(path, context, XPathConstants.NODE))
            .isSameAs(complete.evaluate(path, context, XPathConstants.NODE));
        assertThat(quick.evaluate(path, context)).isEqualTo(complete.evaluate(path, context));
      }
    }
  }

  @Test
  void answersWithMoreThanNodes() throws Exception {
    Document document = document(false);
    assertThat(quick.evaluate("count(/mapper/sql)", document, XPathConstants.NUMBER)).isEqualTo(4.0);
    assertThat(quick.evaluate("/mapper/sql/@id", document, XPathConstants.STRING)).isEqualTo("1");
    assertThat(((NodeList) quick.evaluate("nowhere", document, XPathConstants.NODESET)).item(0)).isNull();
  }

  private static Document document(boolean namespaces) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(namespaces);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(FILE)));
  }

  private static List<Node> nodes(XPath xpath, String path, Node context) throws Exception {
    NodeList found = (NodeList) xpath.evaluate(path, context, XPathConstants.NODESET);
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      nodes.add(found.item(i));
    }
    return nodes;
  }
}
