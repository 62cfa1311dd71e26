package de.gremienlauf.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The container of the older Office files. Newer ones use it for what is encrypted and for objects of other programs
 * that lie in a document.
 */
final class OleContainer {

  private static final byte[] HEADER = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
  private static final String ENCRYPTED = utf16("EncryptedPackage");
  private static final String MACROS = utf16("_VBA_PROJECT");
  /** A file of whatever kind that opens with a double click. */
  private static final String PACKAGE = utf16("\u0001Ole10Native");

  private OleContainer() {
  }

  static boolean isOne(byte[] content) {
    return content.length >= HEADER.length && Arrays.equals(content, 0, HEADER.length, HEADER, 0, HEADER.length);
  }

  static boolean isEncryptedOffice(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1).contains(ENCRYPTED);
  }

  /** The name as the container's directory writes it, each byte as a character. */
  private static String utf16(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }

  /** Looks for something that runs in a file that comes piece by piece. */
  static final class Search {

    private boolean begun;
    private boolean container;
    private boolean found;
    private String end = "";

    void read(byte[] buffer, int count) {
      if (!begun) {
        begun = true;
        container = count >= HEADER.length && isOne(buffer);
      }
      if (container && !found) {
        String text = end + new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
        found = text.contains(MACROS) || text.contains(PACKAGE);
        end = text.substring(Math.max(0, text.length() - MACROS.length()));
      }
    }

    boolean found() {
      return found;
    }
  }
}
