package de.gremienlauf.replay;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.ConsoleCommand;
import de.gremienlauf.paper.PaperQueries;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import picocli.CommandLine;

/** The command {@code replay}: drives recorded cases through the models and reports what was read back. */
@Component
class ReplayCommand implements ConsoleCommand {

  private static final String USAGE =
      "Aufruf: replay PFAD... [--deadlines] [--report DATEI] [--documents VERZEICHNIS] [--database JDBC-URL]"
          + " [--models VERZEICHNIS]";

  private final Replay replay;
  private final PaperQueries queries;
  private final DocumentStore documents;
  private final JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT).build();

  ReplayCommand(Replay replay, PaperQueries queries, DocumentStore documents) {
    this.replay = replay;
    this.queries = queries;
    this.documents = documents;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public int run(List<String> typed, PrintStream out) {
    try {
      ReplayArguments arguments = ReplayArguments.parse(typed);
      if (arguments.models != null && !Files.isDirectory(arguments.models)) {
        throw new InputFault(arguments.models.toString(), "", "Das Verzeichnis gibt es nicht.");
      }
      List<RecordedCase> cases = new CaseFiles().read(arguments.paths);
      prepareOutput(arguments);
      return replayAll(cases, arguments, out);
    } catch (CommandLine.ParameterException e) {
      System.err.println(USAGE);
      return REFUSED;
    } catch (InputFault e) {
      System.err.println(e.getMessage());
      return REFUSED;
    }
  }

  private static void prepareOutput(ReplayArguments arguments) {
    try {
      if (arguments.documents != null) {
        Files.createDirectories(arguments.documents);
      }
      if (arguments.report != null && arguments.report.toAbsolutePath().getParent() != null) {
        Files.createDirectories(arguments.report.toAbsolutePath().getParent());
      }
    } catch (IOException e) {
      throw new InputFault(e.getMessage(), "", "Das Verzeichnis lässt sich nicht anlegen.");
    }
  }

  private int replayAll(List<RecordedCase> cases, ReplayArguments arguments, PrintStream out) {
    List<ReplayReport> reports = new ArrayList<>();
    for (RecordedCase recorded : cases) {
      ReplayReport report = replay.replay(recorded, arguments.deadlines,
          driven -> writeDocument(driven, reports.size(), arguments));
      reports.add(report);
      System.err.println("[" + reports.size() + "/" + cases.size() + "] " + report.id() + ": " + report.status() + ", "
          + interventions(report.interventions()));
    }
    write(reports, arguments, out);
    long replayed = reports.stream().filter(report -> report.status().equals(ReplayReport.REPLAYED)).count();
    System.err.println(replayed + " von " + reports.size() + " Fällen nachgespielt, "
        + interventions(reports.stream().mapToInt(ReplayReport::interventions).sum()) + ".");
    return replayed == reports.size() ? OK : DIFFERENCES;
  }

  private static String interventions(int count) {
    return count == 1 ? "1 Eingriff" : count + " Eingriffe";
  }

  private void writeDocument(DrivenCase driven, int position, ReplayArguments arguments) {
    String hash = queries.documentHash(driven.paperId);
    if (arguments.documents != null && hash != null) {
      String name = String.format("%03d-", position + 1)
          + driven.recorded.id().replaceAll("[^\\p{L}\\p{N}._-]", "_");
      try {
        Files.write(arguments.documents.resolve(name.substring(0, Math.min(name.length(), 120)) + ".pdf"),
            documents.content(hash));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void write(List<ReplayReport> reports, ReplayArguments arguments, PrintStream out) {
    try {
      if (arguments.report == null) {
        out.println(json.writeValueAsString(reports));
      } else {
        Path report = arguments.report;
        Files.writeString(report, json.writeValueAsString(reports) + "\n", StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
