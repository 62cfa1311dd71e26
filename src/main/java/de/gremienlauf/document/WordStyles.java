package de.gremienlauf.document;

import static de.gremienlauf.document.WordPackage.attribute;
import static de.gremienlauf.document.WordPackage.child;
import static de.gremienlauf.document.WordPackage.children;
import static de.gremienlauf.document.WordPackage.number;
import static de.gremienlauf.document.WordPackage.val;

import de.gremienlauf.document.RichBlock.Marks;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What styles and numberings of a Word file say about its paragraphs and words. */
final class WordStyles {

  private static final Pattern HEADING = Pattern.compile("(?i)(?:heading|überschrift) ?(\\d)");
  private static final int NO_HEADING = 9;
  private static final int MAX_CHAIN = 20;

  private final Map<String, Element> styles = new HashMap<>();
  private final Map<String, Element> abstractNumberings = new HashMap<>();
  private final Map<String, Element> numberings = new HashMap<>();
  private final Map<String, int[]> counters = new HashMap<>();
  private final Set<String> restarted = new HashSet<>();

  WordStyles(List<Element> styleParts, List<Element> numberingParts) {
    for (Element part : styleParts) {
      children(part).filter(style -> "style".equals(style.getLocalName()))
          .forEach(style -> styles.put(attribute(style, "styleId"), style));
    }
    for (Element part : numberingParts) {
      children(part).forEach(child -> {
        if ("abstractNum".equals(child.getLocalName())) {
          abstractNumberings.put(attribute(child, "abstractNumId"), child);
        } else if ("num".equals(child.getLocalName())) {
          numberings.put(attribute(child, "numId"), child);
        }
      });
    }
  }

  /** A style and those it is based on, the nearest first. */
  private List<Element> chain(String styleId) {
    List<Element> chain = new ArrayList<>();
    Element style = styles.get(styleId);
    while (style != null && chain.size() < MAX_CHAIN) {
      chain.add(style);
      style = styles.get(val(style, "basedOn"));
    }
    return chain;
  }

  /** The look that a style gives to words. */
  Set<Run.Format> looks(String styleId, Set<Run.Format> inherited) {
    List<Element> chain = chain(styleId);
    Set<Run.Format> looks = inherited;
    for (int i = chain.size() - 1; i >= 0; i--) {
      looks = direct(child(chain.get(i), "rPr"), looks);
    }
    return looks;
  }

  /** The look of words with these properties of their own. */
  Set<Run.Format> looks(Element properties, Set<Run.Format> inherited) {
    return direct(properties, looks(val(properties, "rStyle"), inherited));
  }

  private static Set<Run.Format> direct(Element properties, Set<Run.Format> inherited) {
    Set<Run.Format> looks = EnumSet.noneOf(Run.Format.class);
    looks.addAll(inherited);
    if (properties != null) {
      children(properties).forEach(property -> {
        switch (property.getLocalName()) {
          case "b" -> set(looks, Run.Format.BOLD, isOn(property));
          case "i" -> set(looks, Run.Format.ITALIC, isOn(property));
          case "u" -> set(looks, Run.Format.UNDERLINED, isOn(property));
          case "strike", "dstrike" -> set(looks, Run.Format.STRUCK, isOn(property));
          case "vertAlign" -> {
            set(looks, Run.Format.RAISED, "superscript".equals(val(property)));
            set(looks, Run.Format.LOWERED, "subscript".equals(val(property)));
          }
          default -> {
            // Fonts, sizes and the like are the house's own.
          }
        }
      });
    }
    return looks;
  }

  private static void set(Set<Run.Format> looks, Run.Format format, boolean on) {
    if (on) {
      looks.add(format);
    } else {
      looks.remove(format);
    }
  }

  static boolean isOn(Element property) {
    return property != null && !Set.of("0", "false", "off", "none").contains(val(property));
  }

  /** The level of a heading, 1 to 9; 0 for a paragraph. */
  int headingLevel(Element properties) {
    int own = number(val(properties, "outlineLvl"), -1);
    if (own >= 0) {
      return own < NO_HEADING ? own + 1 : 0;
    }
    for (Element style : chain(val(properties, "pStyle"))) {
      int level = number(val(style, "pPr", "outlineLvl"), -1);
      if (level >= 0) {
        return level < NO_HEADING ? level + 1 : 0;
      }
      Matcher heading = HEADING.matcher(val(style, "name"));
      if (heading.matches()) {
        return Integer.parseInt(heading.group(1));
      }
      if (Set.of("title", "titel").contains(val(style, "name").toLowerCase())) {
        return 1;
      }
    }
    return 0;
  }

  /** How an item of a list is marked; null if a paragraph is none. */
  record Mark(int level, Marks marks, int number) {
  }

  /** The mark of a paragraph, counting on what came before. */
  Mark mark(Element properties) {
    Element numbering = child(properties, "numPr");
    Element found = numbering;
    if (numbering == null || child(numbering, "numId") == null) {
      found = chain(val(properties, "pStyle")).stream().map(style -> child(style, "pPr", "numPr"))
          .filter(inherited -> inherited != null && child(inherited, "numId") != null).findFirst().orElse(null);
    }
    if (found == null) {
      return null;
    }
    String id = val(found, "numId");
    int level = Math.max(0, Math.min(8, number(val(numbering != null && child(numbering, "ilvl") != null
        ? numbering : found, "ilvl"), 0)));
    Element instance = numberings.get(id);
    if (instance == null) {
      return null;
    }
    Element override = level(instance, "lvlOverride", level);
    Element definition = child(override, "lvl") != null ? child(override, "lvl") : level(abstractOf(instance), "lvl",
        level);
    if (definition == null || "none".equals(val(definition, "numFmt"))) {
      return null;
    }
    return new Mark(level, marks(val(definition, "numFmt")), count(id, instance, level, definition, override));
  }

  private Element abstractOf(Element instance) {
    Element definition = abstractNumberings.get(val(instance, "abstractNumId"));
    String link = val(definition, "numStyleLink");
    return link.isEmpty() ? definition : abstractNumberings.values().stream()
        .filter(other -> link.equals(val(other, "styleLink"))).findFirst().orElse(definition);
  }

  private static Element level(Element parent, String name, int level) {
    return parent == null ? null : children(parent).filter(child -> name.equals(child.getLocalName()))
        .filter(child -> attribute(child, "ilvl").equals(Integer.toString(level))).findFirst().orElse(null);
  }

  private int count(String id, Element instance, int level, Element definition, Element override) {
    int[] counter = counters.computeIfAbsent(val(instance, "abstractNumId"), key -> new int[9]);
    int start = number(val(definition, "start"), 1);
    if (override != null && child(override, "startOverride") != null && restarted.add(id + "/" + level)) {
      start = number(val(override, "startOverride"), start);
      counter[level] = 0;
    }
    counter[level] = counter[level] == 0 ? start : counter[level] + 1;
    for (int below = level + 1; below < counter.length; below++) {
      counter[below] = 0;
    }
    return counter[level];
  }

  private static Marks marks(String format) {
    return switch (format) {
      case "bullet" -> Marks.BULLETS;
      case "lowerLetter" -> Marks.LETTERS;
      case "upperLetter" -> Marks.CAPITALS;
      case "lowerRoman" -> Marks.ROMAN;
      case "upperRoman" -> Marks.CAPITAL_ROMAN;
      default -> Marks.DECIMALS;
    };
  }
}
