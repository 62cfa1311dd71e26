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

/**
 * The command {@code replay}: drives recorded cases and stories of projects through the models and reports what was
 * read back.
 */
@Component
class ReplayCommand implements ConsoleCommand {

  private static final String USAGE =
      "Aufruf: replay PFAD... [--deadlines] [--report DATEI] [--documents VERZEICHNIS] [--database JDBC-URL]"
          + " [--models VERZEICHNIS]";

  private final Replay replay;
  private final PaperQueries queries;
  private final DocumentStore documents;
  private final StoryDocuments storyDocuments;
  private final JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT).build();

  ReplayCommand(Replay replay, PaperQueries queries, DocumentStore documents, StoryDocuments storyDocuments) {
    this.replay = replay;
    this.queries = queries;
    this.documents = documents;
    this.storyDocuments = storyDocuments;
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
      List<Recorded> cases = new CaseFiles().read(arguments.paths);
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

  private int replayAll(List<Recorded> cases, ReplayArguments arguments, PrintStream out) {
    List<Replayed> reports = new ArrayList<>();
    for (Recorded recorded : cases) {
      Replayed report = replay(recorded, reports.size(), arguments);
      reports.add(report);
      System.err.println("[" + reports.size() + "/" + cases.size() + "] " + report.id() + ": " + report.status() + ", "
          + report.summary());
    }
    write(reports, arguments, out);
    long replayed = reports.stream().filter(report -> report.status().equals(Replayed.REPLAYED)).count();
    System.err.println(replayed + " von " + reports.size() + " Fällen nachgespielt, "
        + interventions(reports.stream().filter(ReplayReport.class::isInstance).map(ReplayReport.class::cast)
            .mapToInt(ReplayReport::interventions).sum()) + ".");
    return replayed == reports.size() ? OK : DIFFERENCES;
  }

  private Replayed replay(Recorded recorded, int position, ReplayArguments arguments) {
    if (recorded instanceof ProjectStory story) {
      return replay.replay(story, driven -> {
        if (arguments.documents != null) {
          storyDocuments.write(driven, fileName(position, story.id()), arguments.documents);
        }
      });
    }
    return replay.replay((RecordedCase) recorded, arguments.deadlines,
        driven -> writeDocument(driven, position, arguments));
  }

  private static String interventions(int count) {
    return count == 1 ? "1 Eingriff" : count + " Eingriffe";
  }

  private void writeDocument(DrivenCase driven, int position, ReplayArguments arguments) {
    String hash = queries.documentHash(driven.paperId);
    if (arguments.documents != null && hash != null) {
      try {
        Files.write(arguments.documents.resolve(fileName(position, driven.recorded.id()) + ".pdf"),
            documents.content(hash));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String fileName(int position, String id) {
    String name = String.format("%03d-", position + 1) + id.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    return name.substring(0, Math.min(name.length(), 120));
  }

  private void write(List<Replayed> reports, ReplayArguments arguments, PrintStream out) {
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
