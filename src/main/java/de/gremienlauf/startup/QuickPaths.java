package de.gremienlauf.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathFunctionResolver;
import javax.xml.xpath.XPathVariableResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Saves a tenth of a start, in which MyBatis asks each of the engine's 880 SQL statements for children of a name. The
 * XPath of the JVM copies the whole file for that each time. This one walks through the children if a path is made of
 * names alone ({@code selectKey}, {@code select|insert}, {@code /mapper/sql}), and asks the JVM's otherwise. Found by the
 * JVM as a service, so for every library.
 */
public final class QuickPaths extends XPathFactory {

  private final XPathFactory complete = XPathFactory.newDefaultInstance();

  @Override
  public XPath newXPath() {
    return new Paths(complete.newXPath());
  }

  @Override
  public boolean isObjectModelSupported(String objectModel) {
    return complete.isObjectModelSupported(objectModel);
  }

  @Override
  public void setFeature(String name, boolean value) throws XPathFactoryConfigurationException {
    complete.setFeature(name, value);
  }

  @Override
  public boolean getFeature(String name) throws XPathFactoryConfigurationException {
    return complete.getFeature(name);
  }

  @Override
  public void setXPathVariableResolver(XPathVariableResolver resolver) {
    complete.setXPathVariableResolver(resolver);
  }

  @Override
  public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
    complete.setXPathFunctionResolver(resolver);
  }

  private record Nodes(List<Node> nodes) implements NodeList {

    @Override
    public Node item(int index) {
      return index >= 0 && index < nodes.size() ? nodes.get(index) : null;
    }

    @Override
    public int getLength() {
      return nodes.size();
    }
  }

  private record Paths(XPath complete) implements XPath {

    private static final String NAME = "[A-Za-z][\\w-]*";
    private static final Pattern ALTERNATIVES = Pattern.compile(NAME + "(\\|" + NAME + ")*");
    private static final Pattern STEPS = Pattern.compile("(/" + NAME + ")+");

    @Override
    public Object evaluate(String expression, Object item, QName returnType) throws XPathExpressionException {
      boolean all = XPathConstants.NODESET.equals(returnType);
      if (item instanceof Node context && (all || XPathConstants.NODE.equals(returnType))) {
        if (ALTERNATIVES.matcher(expression).matches()) {
          return result(children(context, List.of(expression.split("\\|"))), all);
        }
        if (STEPS.matcher(expression).matches() && root(context) instanceof Document document) {
          return result(descendants(document, expression.substring(1)), all);
        }
      }
      return complete.evaluate(expression, item, returnType);
    }

    private static Object result(List<Node> found, boolean all) {
      if (all) {
        return new Nodes(found);
      }
      return found.isEmpty() ? null : found.get(0);
    }

    private static Node root(Node node) {
      Node root = node;
      while (root.getParentNode() != null) {
        root = root.getParentNode();
      }
      return root;
    }

    private static List<Node> descendants(Node root, String path) {
      List<Node> found = List.of(root);
      for (String name : path.split("/")) {
        found = found.stream().flatMap(node -> children(node, List.of(name)).stream()).toList();
      }
      return found;
    }

    private static List<Node> children(Node parent, List<String> names) {
      List<Node> found = new ArrayList<>();
      for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child.getNodeType() == Node.ELEMENT_NODE && child.getNamespaceURI() == null
            && names.contains(localName(child))) {
          found.add(child);
        }
      }
      return found;
    }

    /** Where the reader of the file knew no namespaces, a prefix does not count, either. */
    private static String localName(Node element) {
      return element.getLocalName() != null ? element.getLocalName()
          : element.getNodeName().substring(element.getNodeName().indexOf(':') + 1);
    }

    @Override
    public String evaluate(String expression, Object item) throws XPathExpressionException {
      return complete.evaluate(expression, item);
    }

    @Override
    public Object evaluate(String expression, InputSource source, QName returnType) throws XPathExpressionException {
      return complete.evaluate(expression, source, returnType);
    }

    @Override
    public String evaluate(String expression, InputSource source) throws XPathExpressionException {
      return complete.evaluate(expression, source);
    }

    @Override
    public XPathExpression compile(String expression) throws XPathExpressionException {
      return complete.compile(expression);
    }

    @Override
    public void reset() {
      complete.reset();
    }

    @Override
    public void setXPathVariableResolver(XPathVariableResolver resolver) {
      complete.setXPathVariableResolver(resolver);
    }

    @Override
    public XPathVariableResolver getXPathVariableResolver() {
      return complete.getXPathVariableResolver();
    }

    @Override
    public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
      complete.setXPathFunctionResolver(resolver);
    }

    @Override
    public XPathFunctionResolver getXPathFunctionResolver() {
      return complete.getXPathFunctionResolver();
    }

    @Override
    public void setNamespaceContext(NamespaceContext context) {
      complete.setNamespaceContext(context);
    }

    @Override
    public NamespaceContext getNamespaceContext() {
      return complete.getNamespaceContext();
    }
  }
}
