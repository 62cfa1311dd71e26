package de.gremienlauf.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the ZIP archive of an export. Nothing is compressed and no day is kept, so that the same files always make the
 * same bytes: whoever packs them again sees every byte that was changed, also between the files.
 */
final class AuditArchive implements AutoCloseable {

  static final String RECORD = "audit.json";
  static final String SEAL = "siegel.txt";
  static final String PAGE = "protokoll.html";
  static final String README = "LIESMICH.txt";
  static final String DOCUMENTS = "dokumente/";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  AuditArchive(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  void add(String path, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(path);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
