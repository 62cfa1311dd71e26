package de.gremienlauf.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Makes text printable in the fonts at hand and sets it as German printers do: what no glyph stands for is replaced
 * (PDF/A and PDF/UA forbid missing glyphs), and what belongs together stays on one line.
 */
final class PrintableText {

  private static final char NBSP = '\u00A0';
  private static final String REPLACEMENT = "\u25A1";
  /** Where a break would tear something apart: the space within or behind these stays. */
  private static final Pattern KEEP_TOGETHER = Pattern.compile(
      "(?<![\\p{L}\\d])(?:"
          + "(?:i\\. (?=[AVR]\\.)|V\\. (?=m\\.)|z\\. (?=[BT]\\.)|d\\. (?=h\\.)|u\\. (?=a\\.)|o\\. (?=[äg]\\.)"
          + "|v\\. (?=H\\.))"
          + "|TOP (?=[ÖN] \\d)|[ÖN] (?=\\d)"
          + "|(?:§§?|Abs\\.|Art\\.|Nr\\.|Nrn\\.|Ziff\\.|S\\.|Satz|Anlage|TOP) (?=\\d)"
          + "|(?:Dr\\.|Prof\\.|gez\\.|OB|StD|Bg\\.) (?=\\p{Lu})"
          + ")|(?<=\\d) (?=(?:€|%|Euro|EUR|m²|Uhr)(?!\\p{L}))");

  private final IntPredicate hasGlyph;
  private final IntPredicate hasItalicGlyph;

  /** Knows what the upright fonts have, and what the italic ones have, which is less. */
  PrintableText(List<byte[]> upright, List<byte[]> italic) {
    hasGlyph = all(upright);
    hasItalicGlyph = all(italic);
  }

  private static IntPredicate all(List<byte[]> fonts) {
    return fonts.stream().map(PrintableText::glyphs).reduce(codePoint -> true, IntPredicate::and);
  }

  /** Whether printable text can also be printed in italics. */
  boolean hasItalics(String text) {
    return text.codePoints()
        .allMatch(codePoint -> "\n\u00AD\u200B".indexOf(codePoint) >= 0 || hasItalicGlyph.test(codePoint));
  }

  private static IntPredicate glyphs(byte[] font) {
    try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      CmapLookup lookup = parsed.getUnicodeCmapLookup();
      return codePoint -> lookup.getGlyphId(codePoint) != 0;
    } catch (IOException e) {
      throw new UncheckedIOException("The font cannot be read", e);
    }
  }

  /** One line: every run of white space becomes one space. */
  String line(String text) {
    return typeset(replace(text).replaceAll("[ \\n]+", " ").strip());
  }

  /** Several lines, separated by "\n". */
  String lines(String text) {
    return typeset(replace(text));
  }

  private String replace(String text) {
    StringBuilder result = new StringBuilder(text.length());
    Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
        .codePoints().forEach(codePoint -> result.append(replacement(codePoint)));
    return result.toString();
  }

  private String replacement(int codePoint) {
    int category = Character.getType(codePoint);
    if (codePoint == '\n' || codePoint == '\u2028' || codePoint == '\u2029' || codePoint == '\u000B') {
      return "\n";
    }
    if (codePoint == '\t') {
      return " ";
    }
    if (codePoint == '\u00AD' || codePoint == '\u200B') {
      // The two invisible characters that mean something on paper: here a word may be divided.
      return Character.toString(codePoint);
    }
    if (category == Character.CONTROL || category == Character.FORMAT || codePoint >= 0xFE00 && codePoint <= 0xFE0F) {
      return "";
    }
    if (category != Character.PRIVATE_USE && hasGlyph.test(codePoint)) {
      return Character.toString(codePoint);
    }
    if (category == Character.NON_SPACING_MARK) {
      return "";
    }
    String simpler = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    return simpler.codePoints().allMatch(hasGlyph) ? simpler : REPLACEMENT;
  }

  private static String typeset(String text) {
    Matcher matcher = KEEP_TOGETHER.matcher(text);
    return matcher.replaceAll(match -> Matcher.quoteReplacement(match.group().replace(' ', NBSP)));
  }
}
