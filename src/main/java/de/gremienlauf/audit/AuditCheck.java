package de.gremienlauf.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds what was changed in an export, and says where. */
final class AuditCheck {

  /** What was found; nothing if the export is as it was made. */
  record Findings(int entries, int documents, String seal, List<String> problems) {
  }

  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> hashes = new HashMap<>();

  private AuditCheck() {
  }

  /**
   * Checks an export.
   *
   * @param expectedSeal the seal as it was noted elsewhere; null if nobody knows it
   * @throws IOException if the file is no export that can be read
   */
  static Findings of(Path file, String expectedSeal) throws IOException {
    return new AuditCheck().check(file, expectedSeal);
  }

  private Findings check(Path file, String expectedSeal) throws IOException {
    AuditRecord record;
    byte[] json;
    String sealed;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      json = content(zip, AuditArchive.RECORD);
      byte[] seal = content(zip, AuditArchive.SEAL);
      if (json == null || seal == null) {
        throw new IOException("no export");
      }
      sealed = new String(seal, StandardCharsets.UTF_8).strip();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (hashes.put(entry.getName(), Sha256.of(content(zip, entry.getName()))) != null) {
          problems.add("Die Datei „" + entry.getName() + "“ ist im Archiv doppelt vorhanden.");
        }
      }
      requireSamePacking(zip, file);
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
    String seal = Sha256.of(json);
    if (!seal.equals(sealed)) {
      problems.add("Das Siegel passt nicht zu „audit.json“: Eine der beiden Dateien wurde verändert.");
    }
    if (expectedSeal != null && !expectedSeal.equalsIgnoreCase(seal)) {
      problems.add("Das Siegel ist nicht das erwartete: Der Export wurde neu geschrieben oder ist ein anderer.");
    }
    try {
      record = AuditRecord.read(json);
    } catch (IOException e) {
      if (problems.isEmpty()) {
        throw e;
      }
      problems.add("„audit.json“ lässt sich nicht mehr lesen.");
      return new Findings(0, 0, seal, problems);
    }
    if (!AuditRecord.FORMAT.equals(record.format()) || record.version() != AuditRecord.VERSION
        || record.entries() == null || record.files() == null) {
      throw new IOException("another format");
    }
    checkEntries(record);
    checkFiles(record);
    return new Findings(record.entries().size(),
        (int) record.files().stream().filter(one -> one.name() != null).count(), seal, problems);
  }

  private static byte[] content(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream stream = zip.getInputStream(entry)) {
      return stream.readAllBytes();
    }
  }

  private void checkEntries(AuditRecord record) {
    Set<String> files = new HashSet<>();
    record.files().forEach(one -> files.add(one.hash()));
    String previous = AuditEntry.FIRST;
    int number = 0;
    for (AuditEntry entry : record.entries()) {
      number++;
      String called = "Eintrag " + entry.number() + " („" + shortened(entry.what()) + "“)";
      if (entry.number() != number) {
        problems.add(called + " steht an der Stelle " + number + ": Es fehlt ein Eintrag, oder die Reihenfolge stimmt"
            + " nicht.");
      }
      if (!previous.equals(entry.previous())) {
        problems.add(called + " schließt nicht an den Eintrag davor an.");
      }
      if (!entry.computedHash().equals(entry.hash())) {
        problems.add(called + " wurde verändert.");
      }
      entry.documents().stream().filter(hash -> !files.contains(hash)).forEach(hash ->
          problems.add(called + " nennt ein Dokument, das im Verzeichnis der Dateien fehlt: " + hash + "."));
      previous = entry.hash();
    }
    if (!String.valueOf(previous).equals(record.head())) {
      problems.add("Am Ende der Kette fehlen Einträge, oder ihr Endwert wurde verändert.");
    }
  }

  private void checkFiles(AuditRecord record) {
    Set<String> known = new HashSet<>(Set.of(AuditArchive.RECORD, AuditArchive.SEAL));
    for (AuditRecord.File file : record.files()) {
      String name = file.name() == null ? file.path() : file.name();
      if (file.path() == null) {
        problems.add("Das Dokument „" + name + "“ (" + file.hash()
            + ") war schon bei der Erstellung nicht mehr unversehrt vorhanden.");
        continue;
      }
      known.add(file.path());
      String found = hashes.get(file.path());
      if (found == null) {
        problems.add("Die Datei „" + file.path() + "“ („" + name + "“) fehlt.");
      } else if (!found.equals(file.hash())) {
        problems.add("Die Datei „" + file.path() + "“ („" + name + "“) wurde verändert.");
      }
    }
    hashes.keySet().stream().filter(path -> !known.contains(path)).sorted()
        .forEach(path -> problems.add("Die Datei „" + path + "“ gehört nicht zum Export."));
  }

  private static String shortened(String text) {
    String line = String.valueOf(text).replaceAll("\\s+", " ");
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }

  /** Packs the files again: the archive itself has no other bytes than those. */
  private void requireSamePacking(ZipFile zip, Path file) throws IOException {
    try (InputStream original = new BufferedInputStream(Files.newInputStream(file))) {
      Comparison comparison = new Comparison(original);
      try (AuditArchive again = new AuditArchive(comparison)) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          again.add(entry.getName(), content(zip, entry.getName()));
        }
      }
      if (comparison.difference >= 0 || original.read() >= 0) {
        problems.add("Das Archiv wurde nach seiner Erstellung verändert oder neu gepackt (ab Byte "
            + (comparison.difference >= 0 ? comparison.difference : comparison.position) + ").");
      }
    }
  }

  /** Compares what is written with what is read. */
  private static final class Comparison extends OutputStream {

    private final InputStream original;
    private long position;
    private long difference = -1;

    private Comparison(InputStream original) {
      this.original = original;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      byte[] expected = original.readNBytes(length);
      for (int i = 0; i < length && difference < 0; i++) {
        if (i >= expected.length || expected[i] != bytes[offset + i]) {
          difference = position + i;
        }
      }
      position += length;
    }
  }
}
