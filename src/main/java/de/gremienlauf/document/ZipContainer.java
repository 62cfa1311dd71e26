package de.gremienlauf.document;

import de.gremienlauf.document.UploadCheck.Type;
import de.gremienlauf.engine.BusinessException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks into an Office or OpenDocument file, which is a ZIP archive. Reads it by its central directory as the office
 * programs do, so that nothing is in there that they would see and this check would not.
 */
final class ZipContainer {

  private static final int MAX_ENTRIES = 10_000;
  private static final long MAX_INFLATED = 500L * 1024 * 1024;
  /** Office XML shrinks to a tenth, an extreme table to a fiftieth; what is small is let pass whatever its ratio. */
  private static final int MAX_RATIO = 200;
  private static final long HARMLESS_SIZE = 10L * 1024 * 1024;

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String MIMETYPE = "mimetype";
  private static final String MANIFEST = "META-INF/manifest.xml";
  private static final Set<String> TEXTS = Set.of(CONTENT_TYPES, MIMETYPE, MANIFEST);

  private static final Map<String, Type> MAIN_PARTS = Map.of(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", Type.DOCX,
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", Type.XLSX,
      "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", Type.PPTX);
  private static final List<Type> OPEN_DOCUMENT = List.of(Type.ODT, Type.ODS, Type.ODP);

  private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
  private static final int MAX_DEPTH = 3;

  private final String name;
  private final ZipFile zip;
  private final int depth;
  private final Map<String, String> texts = new HashMap<>();
  private long inflated;

  private ZipContainer(String name, ZipFile zip, int depth, long inflated) {
    this.name = name;
    this.zip = zip;
    this.depth = depth;
    this.inflated = inflated;
  }

  /**
   * The type of document that the archive is; empty if it is none of the allowed.
   *
   * @throws BusinessException if it is damaged, encrypted, a bomb, or carries macros
   */
  static Optional<Type> type(String name, byte[] content) {
    try {
      // java.util.zip reads a central directory from files only.
      Path file = Files.createTempFile("upload", ".zip");
      try {
        Files.write(file, content);
        try (ZipFile zip = new ZipFile(file.toFile())) {
          return new ZipContainer(name, zip, 1, 0).inspect();
        } catch (IOException | IllegalArgumentException e) {
          throw UploadCheck.unreadable(name);
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary directory cannot be used", e);
    }
  }

  private Optional<Type> inspect() throws IOException {
    if (zip.size() > MAX_ENTRIES) {
      throw bomb();
    }
    Set<String> names = new HashSet<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String path = entry.getName().toLowerCase(Locale.ROOT);
      if (!names.add(path)) {
        // Of two entries with one name every program picks its own.
        throw UploadCheck.unreadable(name);
      }
      if (isMacro(path)) {
        throw macros();
      }
      inflate(entry);
    }
    String contentTypes = texts.getOrDefault(CONTENT_TYPES, "");
    String lowerCaseTypes = contentTypes.toLowerCase(Locale.ROOT);
    if (lowerCaseTypes.contains("macroenabled") || lowerCaseTypes.contains("vbaproject")) {
      throw macros();
    }
    if (texts.getOrDefault(MANIFEST, "").contains("encryption-data")) {
      throw UploadCheck.encrypted(name);
    }
    String mimetype = texts.getOrDefault(MIMETYPE, "").strip();
    return MAIN_PARTS.entrySet().stream()
        .filter(part -> contentTypes.contains(part.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> OPEN_DOCUMENT.stream().filter(type -> type.mediaType().equals(mimetype)).findFirst());
  }

  /** Macros are VBA or Excel 4 in Office files, Basic or scripts in OpenDocument, or lie in an embedded document. */
  private static boolean isMacro(String path) {
    return path.endsWith("vbaproject.bin") || path.endsWith("vbadata.xml") || path.contains("/macrosheets/")
        || path.contains("/activex/")
        || path.matches(".*\\.(doc|dot|xls|xlt|xla|ppt|pot|pps|ppa|sld)m")
        || path.startsWith("basic/") || path.startsWith("scripts/");
  }

  private void inflate(ZipEntry entry) throws IOException {
    boolean isText = TEXTS.contains(entry.getName());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    OleContainer.Search macros = new OleContainer.Search();
    byte[] buffer = new byte[64 * 1024];
    long size = 0;
    boolean archive = false;
    try (InputStream stream = zip.getInputStream(entry)) {
      for (int count = stream.readNBytes(buffer, 0, buffer.length); count > 0;
          count = stream.readNBytes(buffer, 0, buffer.length)) {
        archive |= size == 0 && count >= ARCHIVE.length && Arrays.equals(buffer, 0, ARCHIVE.length, ARCHIVE, 0,
            ARCHIVE.length);
        size += count;
        inflated += count;
        if (inflated > MAX_INFLATED || size > HARMLESS_SIZE
            && (isText || size > MAX_RATIO * Math.max(1, entry.getCompressedSize()))) {
          throw bomb();
        }
        if (isText) {
          text.write(buffer, 0, count);
        }
        macros.read(buffer, count);
      }
    }
    if (macros.found()) {
      throw macros();
    }
    if (isText) {
      texts.put(entry.getName(), text.toString(StandardCharsets.UTF_8));
    }
    if (archive) {
      inspectEmbedded(entry);
    }
  }

  /** A document in the document: the same rules, and all of them share what may be unpacked. */
  private void inspectEmbedded(ZipEntry entry) throws IOException {
    if (depth == MAX_DEPTH) {
      throw bomb();
    }
    Path file = Files.createTempFile("upload", ".zip");
    try {
      try (InputStream stream = zip.getInputStream(entry)) {
        Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
      }
      try (ZipFile embedded = new ZipFile(file.toFile())) {
        ZipContainer inner = new ZipContainer(name, embedded, depth + 1, inflated);
        inner.inspect();
        inflated = inner.inflated;
      }
    } finally {
      Files.delete(file);
    }
  }

  private BusinessException bomb() {
    return UploadCheck.bomb(name);
  }

  private BusinessException macros() {
    return new BusinessException("Die Datei „" + name
        + "“ enthält Makros; bitte speichern Sie sie ohne Makros und laden Sie sie erneut hoch.");
  }
}
