package de.gremienlauf.masterdata;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file as offices export it: UTF-8 with or without BOM, semicolons or commas, column names in the first line. */
final class CsvFile {

  private CsvFile() {
  }

  /**
   * Reads the rows of a file.
   *
   * @param required columns that have to be there
   * @param optional columns that may be there
   * @param errors takes what is wrong with the file; the result is then empty
   */
  static List<Row> read(Path file, List<String> required, List<String> optional, List<String> errors) {
    String name = file.getFileName().toString();
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
    } catch (CharacterCodingException e) {
      errors.add(name + ": Die Datei ist nicht in UTF-8 gespeichert.");
      return List.of();
    } catch (IOException e) {
      errors.add(name + ": Die Datei lässt sich nicht lesen.");
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = parser(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        errors.add(name + ": Die Datei ist leer; erwartet werden die Spalten " + String.join(", ", required) + ".");
        return List.of();
      }
      List<String> columns = records.next().toList();
      if (!checkColumns(name, columns, required, optional, errors)) {
        return List.of();
      }
      while (records.hasNext()) {
        long line = parser.getCurrentLineNumber();
        CSVRecord record = records.next();
        if (record.size() != columns.size()) {
          errors.add(name + ", Zeile " + line + ": Die Zeile hat " + record.size() + " Felder statt "
              + columns.size() + ".");
        } else {
          Map<String, String> values = Map.ofEntries(IntStream.range(0, columns.size())
              .mapToObj(i -> Map.entry(columns.get(i), record.get(i))).toArray(Map.Entry[]::new));
          rows.add(new Row(name, line, values, errors));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      errors.add(name + ": Ein Anführungszeichen wird geöffnet, aber nicht geschlossen, oder steht an falscher Stelle.");
      return List.of();
    }
    return rows;
  }

  private static CSVParser parser(String text) throws IOException {
    String header = text.lines().findFirst().orElse("");
    boolean semicolons = header.contains(";") || !header.contains(",");
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(semicolons ? ';' : ',').setTrim(true)
        .setIgnoreEmptyLines(true).get();
    return CSVParser.parse(new StringReader(text), format);
  }

  private static boolean checkColumns(String name, List<String> columns, List<String> required, List<String> optional,
      List<String> errors) {
    int before = errors.size();
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!required.contains(column) && !optional.contains(column)) {
        errors.add(name + ", Zeile 1: Die Spalte „" + column + "“ ist nicht vorgesehen; es gibt "
            + Stream.concat(required.stream(), optional.stream()).collect(Collectors.joining(", "))
            + ".");
      } else if (!seen.add(column)) {
        errors.add(name + ", Zeile 1: Die Spalte „" + column + "“ steht zweimal da.");
      }
    }
    required.stream().filter(column -> !columns.contains(column))
        .forEach(column -> errors.add(name + ", Zeile 1: Die Spalte „" + column + "“ fehlt."));
    return errors.size() == before;
  }
}
