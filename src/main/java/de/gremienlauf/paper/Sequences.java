package de.gremienlauf.paper;

import de.gremienlauf.engine.BusinessException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sequence of bodies (Beratungsfolge) of a paper as people propose, confirm and change it. */
@Service
@Transactional
public class Sequences {

  private final Consultations stations;
  private final PaperRepository paperRows;
  private final Papers papers;
  private final SequenceProposal proposal;
  private final PaperHistory history;

  Sequences(Consultations stations, PaperRepository paperRows, Papers papers, SequenceProposal proposal,
      PaperHistory history) {
    this.stations = stations;
    this.paperRows = paperRows;
    this.papers = papers;
    this.proposal = proposal;
    this.history = history;
  }

  /** Proposes a sequence for a draft that has none; an amendment goes along with its paper. */
  public void propose(Long paperId) {
    if (stations.all(paperId).stream().anyMatch(Consultation::open)) {
      return;
    }
    Paper paper = papers.get(paperId);
    List<SequenceStation> proposed = paper.superordinatedReference == null ? proposal.propose(paper)
        : paperRows.findByMunicipalityAndReference(paper.municipality, paper.superordinatedReference).stream()
            .flatMap(superordinated -> stations.all(superordinated.id).stream())
            .filter(Consultation::open)
            .map(station -> new SequenceStation(null, station.organizationId, station.consultationRole,
                station.sequenceRank, station.meetingId))
            .toList();
    proposed.forEach(station -> stations.add(paperId, station, ConsultationOrigin.SEQUENCE, null));
  }

  /** Checks that the sequence can be released. The remark, if any, is kept in the history. */
  public void confirm(Long paperId, String remark) {
    List<Consultation> open = stations.all(paperId).stream().filter(Consultation::open).toList();
    if (open.isEmpty()) {
      throw new BusinessException(
          "Die Beratungsfolge ist leer. Bitte nehmen Sie im Reiter „Beratungsfolge“ mindestens ein Gremium auf.");
    }
    String withoutMeeting = open.stream()
        .filter(station -> station.meetingId == null && station.waitsForOrganizationId == null
            && station.state == ConsultationState.PLANNED)
        .map(stations::bodyName).collect(Collectors.joining(", "));
    if (!withoutMeeting.isEmpty()) {
      throw new BusinessException("Noch keine Sitzung haben: " + withoutMeeting
          + ". Bitte wählen Sie im Reiter „Beratungsfolge“ eine Sitzung.");
    }
    stations.readMeetings(open.stream().map(station -> station.meetingId));
    List<Consultation> planned = open.stream().filter(station -> station.state == ConsultationState.PLANNED).toList();
    requireNone("Abgesagt ist: ", planned.stream().filter(stations::calledOff));
    requireNone("Vorbei ist: ", planned.stream().filter(stations::over));
    history.add(paperId, "Beratungsfolge festgelegt: " + open.stream()
        .map(stations::describe).collect(Collectors.joining("; ")) + "." + (remark == null ? "" : " " + remark));
  }

  private void requireNone(String finding, Stream<Consultation> withoutMeeting) {
    String named = withoutMeeting.map(stations::describe).collect(Collectors.joining("; "));
    if (!named.isEmpty()) {
      throw new BusinessException(finding + named
          + ". Bitte wählen Sie im Reiter „Beratungsfolge“ eine andere Sitzung.");
    }
  }

  /**
   * Changes what remains of the sequence to what is given: stations left out are removed, new ones are added, others
   * may change rank, role and meeting. After release a reason is required.
   */
  public void change(Long paperId, List<SequenceStation> desired, String reason) {
    paperRows.lock(paperId);
    Paper paper = papers.get(paperId);
    boolean released = paper.releasedOn != null;
    if (paper.withdrawnOn != null) {
      throw new BusinessException("Die Vorlage wurde zurückgezogen; ihre Beratungsfolge lässt sich nicht mehr ändern.");
    }
    if (released) {
      Papers.requireReason(reason);
    }
    List<String> changes = new ArrayList<>();
    List<Consultation> open = stations.all(paperId).stream()
        .filter(station -> station.open() && station.state != ConsultationState.RECORDED).toList();
    List<Long> kept = desired.stream().map(SequenceStation::id).filter(Objects::nonNull).toList();
    for (Long id : kept) {
      if (open.stream().noneMatch(station -> station.id.equals(id))) {
        throw new BusinessException("Eine der Stationen ist inzwischen beraten oder entfallen. Bitte laden Sie die"
            + " Beratungsfolge neu.");
      }
    }
    stations.readMeetings(desired.stream().map(SequenceStation::meetingId));
    List<Long> added = new ArrayList<>();
    for (SequenceStation station : desired) {
      if (station.id() == null) {
        Consultation created = stations.add(paperId, station,
            released ? ConsultationOrigin.CHANGE : ConsultationOrigin.SEQUENCE, null);
        added.add(created.id);
        changes.add("neu: " + stations.describe(created));
      }
    }
    papers.launch(paperId, added);
    for (Consultation station : open) {
      desired.stream().filter(wish -> station.id.equals(wish.id())).findFirst()
          .filter(wish -> stations.change(station, wish))
          .ifPresent(wish -> changes.add("geändert: " + stations.describe(station)));
    }
    for (Consultation station : open) {
      if (!kept.contains(station.id)) {
        stations.drop(station.id, null, "aus der Beratungsfolge genommen" + (reason == null ? "" : ": " + reason));
        changes.add("gestrichen: " + stations.describe(station));
      }
    }
    if (!changes.isEmpty()) {
      history.add(paperId, "Beratungsfolge geändert" + (reason == null ? "" : " (" + reason + ")") + ": "
          + String.join("; ", changes) + ".");
    }
  }

  /**
   * The same for somebody who saw the sequence in a certain version: refused if it has changed since then.
   *
   * @param seenVersion as {@link #version} gave it
   */
  public void change(Long paperId, String seenVersion, List<SequenceStation> desired, String reason) {
    paperRows.lock(paperId);
    if (!version(paperId).equals(seenVersion)) {
      throw BusinessException.conflict(
          "Die Beratungsfolge wurde inzwischen von jemand anderem geändert. Bitte laden Sie die Seite neu.");
    }
    change(paperId, desired, reason);
  }

  /** Another one whenever the paper or one of its stations has changed. */
  public String version(Long paperId) {
    return papers.get(paperId).version
        + stations.all(paperId).stream().sorted(Comparator.comparing(station -> station.id))
        .map(station -> "-" + station.id + "." + station.version).collect(Collectors.joining());
  }
}
