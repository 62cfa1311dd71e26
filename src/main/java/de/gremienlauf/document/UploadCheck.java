package de.gremienlauf.document;

import de.gremienlauf.engine.BusinessException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Decides what people may upload. The content counts, not what the sender calls it; content and ending have to agree,
 * because the next reader's computer goes by the ending. Macros, scripts, passwords and web pages stay outside.
 */
@Component
public class UploadCheck {

  /** The types that may be uploaded, with the endings under which they are known. */
  enum Type {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    TXT("text/plain", "txt"),
    CSV("text/csv", "csv");

    private final String mediaType;
    private final List<String> endings;

    Type(String mediaType, String... endings) {
      this.mediaType = mediaType;
      this.endings = List.of(endings);
    }

    String mediaType() {
      return mediaType;
    }
  }

  private static final String ALLOWED = Arrays.stream(Type.values()).map(Type::name).collect(Collectors.joining(", "));

  private final long maxSize;

  public UploadCheck(@Value("${gremienlauf.upload.max-size}") DataSize maxSize) {
    this.maxSize = maxSize.toBytes();
  }

  /**
   * Checks a file that somebody wants to upload.
   *
   * @param fileName name as the sender gave it, possibly with a path
   * @throws BusinessException with one German sentence if the file is refused
   */
  public CheckedUpload check(String fileName, byte[] content) {
    String name = FileName.clean(fileName);
    if (content.length == 0) {
      throw new BusinessException("Die Datei „" + name + "“ ist leer.");
    }
    if (content.length > maxSize) {
      throw new BusinessException("Die Datei „" + name + "“ ist mit " + megabytes(content.length)
          + " MB zu groß; erlaubt sind höchstens " + megabytes(maxSize) + " MB.");
    }
    Type type = type(name, content);
    String ending = FileName.ending(name);
    if (!type.endings.contains(ending)) {
      throw new BusinessException("Der Inhalt der Datei „" + name + "“ ist vom Typ " + type
          + (ending.isEmpty()
              ? ", der Name hat aber keine Endung."
              : ", die Endung „." + ending + "“ passt nicht dazu."));
    }
    if (type == Type.PDF) {
      PdfCheck.check(name, content);
    }
    return new CheckedUpload(name, type.mediaType(), content);
  }

  private Type type(String name, byte[] content) {
    MediaType detected = detect(name, content);
    if (OleContainer.isOne(content) && OleContainer.isEncryptedOffice(content)) {
      throw encrypted(name);
    }
    if (MediaTypeRegistry.getDefaultRegistry().isInstanceOf(detected, MediaType.APPLICATION_ZIP)) {
      return ZipContainer.type(name, content).orElseThrow(() -> notAllowed(name));
    }
    return Arrays.stream(Type.values())
        .filter(type -> type.mediaType().equals(detected.toString()))
        .findFirst()
        .orElseThrow(() -> notAllowed(name));
  }

  private MediaType detect(String name, byte[] content) {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    try (ByteArrayInputStream stream = new ByteArrayInputStream(content)) {
      return MimeTypes.getDefaultMimeTypes().detect(stream, metadata).getBaseType();
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory does not fail", e);
    }
  }

  static BusinessException encrypted(String name) {
    return new BusinessException("Die Datei „" + name
        + "“ ist verschlüsselt oder mit einem Kennwort geschützt; bitte laden Sie sie ohne Schutz hoch.");
  }

  static BusinessException unreadable(String name) {
    return new BusinessException("Die Datei „" + name + "“ ist beschädigt und lässt sich nicht lesen.");
  }

  static BusinessException bomb(String name) {
    return new BusinessException("Die Datei „" + name
        + "“ würde entpackt unverhältnismäßig groß und wird nicht angenommen.");
  }

  private static BusinessException notAllowed(String name) {
    return new BusinessException("Der Inhalt der Datei „" + name + "“ ist von keinem erlaubten Typ; erlaubt sind "
        + ALLOWED + ".");
  }

  /** Megabytes with one decimal, rounded up, so that a file barely too large does not look small enough. */
  private static String megabytes(long bytes) {
    double tenths = Math.ceil(bytes * 10.0 / DataSize.ofMegabytes(1).toBytes());
    return tenths % 10 == 0 ? Long.toString((long) tenths / 10) : String.format(Locale.GERMAN, "%.1f", tenths / 10);
  }
}
