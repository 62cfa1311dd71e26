package de.gremienlauf.sample;

import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.OutsideDeadlines;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.paper.SequenceStation;
import de.gremienlauf.paper.Sequences;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One paper of the sample: everything that happens to it happens through its process, by the sample's users. */
final class PaperStory {

  private final Tools tools;
  private final String municipality;
  private Long paperId;

  PaperStory(Tools tools, String municipality) {
    this(tools, municipality, null);
  }

  /** A paper that something else has begun. */
  PaperStory(Tools tools, String municipality, Long paperId) {
    this.tools = tools;
    this.municipality = municipality;
    this.paperId = paperId;
  }

  /** Adds a file of the sample. */
  PaperStory attach(String fileName, String name, boolean printed) {
    try (InputStream file = PaperStory.class.getResourceAsStream("/sample/" + fileName)) {
      return attach(fileName, file.readAllBytes(), name, printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PaperStory attach(String fileName, byte[] content, String name, boolean printed) {
    tools.driver().as(SampleUser.CLERK.id(),
        () -> tools.attachments().add(paperId, fileName, content, name, printed, false));
    return this;
  }

  /** What a story needs of the application. */
  record Tools(TaskDriver driver, Papers papers, PaperQueries queries, Sequences sequences,
      OutsideDeadlines deadlines, Attachments attachments, Meetings meetings, SampleCity city) {
  }

  String reference() {
    return details().reference();
  }

  PaperDetails details() {
    return tools.queries().details(paperId);
  }

  PaperStory onDay(LocalDate day) {
    tools.driver().onDay(day);
    return this;
  }

  PaperStory begin(String type, String subject, String superordinated, String recorded) {
    tools.driver().as(SampleUser.CLERK.id(), () -> paperId = tools.papers().begin(new NewPaper(municipality, type,
        subject, SampleCity.INTEGRATION_OFFICE, superordinated, recorded)));
    return this;
  }

  PaperStory draft(Map<String, Object> entered) {
    PaperDetails paper = details();
    Map<String, Object> all = new HashMap<>(Map.of("subject", paper.name(), "leadOffice", paper.leadOffice(),
        "visibility", "public"));
    all.putAll(entered);
    return complete(SampleUser.CLERK, "Task_Draft", all);
  }

  /** Lets it have to be decided so many days after the day that is planned now. */
  PaperStory decideWithin(int days) {
    LocalDate planned = details().consultations().stream()
        .filter(station -> station.role() == ConsultationRole.DECISION).map(PaperDetails.Station::date)
        .filter(Objects::nonNull).max(LocalDate::compareTo).orElseThrow();
    tools.driver().as(SampleUser.CLERK.id(), () -> tools.deadlines().move(paperId, planned.plusDays(days)));
    return this;
  }

  /** Gives a proposed station another day. */
  PaperStory meetOn(String body, LocalDate day) {
    Organization organization = tools.city().organization(municipality, body);
    Long meeting = tools.meetings().ensure(organization, day, "15:30").id();
    tools.driver().as(SampleUser.CLERK.id(), () -> tools.sequences().change(paperId,
        openStations().map(station -> station.organizationId().equals(organization.id())
            ? new SequenceStation(station.id(), station.organizationId(), station.role(), station.rank(), meeting)
            : station).toList(), null));
    return this;
  }

  /** Adds a body that has no meeting yet to a released paper. */
  PaperStory addWithoutMeeting(String body, ConsultationRole role, int rank, String reason) {
    Long organization = tools.city().organization(municipality, body).id();
    tools.driver().as(SampleUser.COUNCIL_OFFICE.id(), () -> tools.sequences().change(paperId,
        Stream.concat(openStations(), Stream.of(new SequenceStation(null, organization, role, rank, null))).toList(),
        reason));
    tools.driver().runDueJobs();
    return this;
  }

  private Stream<SequenceStation> openStations() {
    return details().consultations().stream().filter(station -> station.state().open())
        .map(station -> new SequenceStation(station.id(), station.organizationId(), station.role(), station.rank(),
            station.meetingId()));
  }

  PaperStory confirm(String remark) {
    Map<String, Object> entered = new HashMap<>(Map.of("sequenceConfirmed", true));
    if (remark != null) {
      entered.put("remark", remark);
    }
    return complete(SampleUser.CLERK, "Task_ConfirmSequence", entered);
  }

  PaperStory sign(String signatory, String represented) {
    return complete(SampleUser.SIGNATORY, "Task_Sign", Map.of("decision", "SIGN", "signatory", signatory,
        "capacity", "IV", "represented", represented));
  }

  /** Records the result of the body that waits for one. */
  PaperStory result(String phrase, Map<String, Object> more) {
    Map<String, Object> entered = new HashMap<>(Map.of("result", phrase));
    entered.putAll(more);
    return complete(SampleUser.MINUTE_TAKER, "Task_RecordResult", entered);
  }

  private PaperStory complete(SampleUser user, String task, Map<String, Object> entered) {
    String process = tools.papers().processInstance(paperId);
    tools.driver().as(user.id(), () -> tools.driver().complete(process, task, entered));
    return this;
  }
}
