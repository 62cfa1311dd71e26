package de.gremienlauf.paper;

import de.gremienlauf.calendar.BodyKind;
import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.calendar.Objections;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.AgendaItemState;
import de.gremienlauf.meeting.ItemDetails;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.RecordedResult;
import de.gremienlauf.meeting.Vote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads papers for pages, reports and replay. */
@Service
@Transactional(readOnly = true)
public class PaperQueries {

  private static final int LIST_LIMIT = 200;

  private final Papers papers;
  private final PaperRepository paperRows;
  private final Consultations consultations;
  private final ResultCorrectionRepository corrections;
  private final CoSignatureRepository coSignatures;
  private final SignatureRepository signatures;
  private final AttachmentRepository attachments;
  private final AttachmentVersionRepository attachmentVersions;
  private final UserNames userNames;
  private final Wordings wordings;
  private final PaperPrinter printer;
  private final PaperHistory history;
  private final PaperExcerpts excerpts;
  private final Council council;
  private final Meetings meetings;
  private final Agenda agenda;
  private final UrgentDecisions urgentDecisions;
  private final Objections objections;
  private final ProcessMessages messages;
  private final PaperLabels labels;
  private final JdbcClient jdbc;

  PaperQueries(Papers papers, PaperRepository paperRows, Consultations consultations,
      ResultCorrectionRepository corrections, CoSignatureRepository coSignatures, SignatureRepository signatures,
      AttachmentRepository attachments, AttachmentVersionRepository attachmentVersions, UserNames userNames,
      Wordings wordings, PaperPrinter printer, PaperHistory history, PaperExcerpts excerpts, Council council,
      Meetings meetings, Agenda agenda, UrgentDecisions urgentDecisions, Objections objections, ProcessMessages messages,
      PaperLabels labels, JdbcClient jdbc) {
    this.papers = papers;
    this.paperRows = paperRows;
    this.consultations = consultations;
    this.corrections = corrections;
    this.coSignatures = coSignatures;
    this.signatures = signatures;
    this.attachments = attachments;
    this.attachmentVersions = attachmentVersions;
    this.userNames = userNames;
    this.wordings = wordings;
    this.printer = printer;
    this.history = history;
    this.excerpts = excerpts;
    this.council = council;
    this.meetings = meetings;
    this.agenda = agenda;
    this.urgentDecisions = urgentDecisions;
    this.objections = objections;
    this.messages = messages;
    this.labels = labels;
    this.jdbc = jdbc;
  }

  /**
   * Papers of the own municipality whose number, subject or lead office contains the text; the newest first, as far as
   * the reader may see them.
   */
  public List<PaperLine> list(String text, Predicate<Involved> maySee) {
    String pattern = "%" + (text == null ? "" : text.strip().toLowerCase(Locale.GERMAN)
        .replace("!", "!!").replace("%", "!%").replace("_", "!_")) + "%";
    return jdbc.sql("select id from paper where municipality = ? and (lower(coalesce(reference, '')) like ? escape '!'"
            + " or lower(name) like ? escape '!' or lower(coalesce(lead_office, '')) like ? escape '!')"
            + " order by id desc")
        .params(council.ownMunicipality(), pattern, pattern, pattern)
        .query(Long.class).list().stream()
        .map(papers::get)
        .filter(paper -> visibleToAll(paper) || maySee.test(involved(paper)))
        .limit(LIST_LIMIT)
        .map(paper -> line(paper, paper.printedReference()))
        .toList();
  }

  /** The papers that can answer an inquiry: the newest public ones of its municipality. */
  public List<PaperLine> answersTo(Long inquiryId) {
    return jdbc.sql("select id from paper where municipality = ? and id <> ? and public_paper = true"
            + " and reference is not null order by id desc")
        .params(municipality(inquiryId), inquiryId).query(Long.class).list().stream().limit(LIST_LIMIT)
        .map(papers::get).map(paper -> line(paper, paper.reference)).toList();
  }

  private static PaperLine line(Paper paper, String reference) {
    return new PaperLine(paper.id, reference, paper.paperType, paper.name, paper.state,
        paper.state.label(), paper.leadOffice, paper.publicPaper);
  }

  /**
   * Who is connected with a paper and therefore may see it though it is not public or not released.
   *
   * @param leadGroup the group that works for the lead office; null if none does
   * @param coSigningGroups the groups of the offices that were asked to co-sign; null among them for an office without
   */
  public record Involved(String author, String leadGroup, Set<String> coSigningGroups, boolean visibleToAll) {
  }

  public Involved involved(Long paperId) {
    return involved(papers.get(paperId));
  }

  /** The same of several papers at once; one that does not exist is left out. */
  Map<Long, Involved> involved(Collection<Long> paperIds) {
    if (paperIds.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<CoSignature>> coSigned = coSignatures.findOfPapers(paperIds).stream()
        .collect(Collectors.groupingBy(CoSignature::paperId));
    council.read(coSigned.values().stream().flatMap(List::stream).map(CoSignature::organizationId).toList());
    return paperRows.findAllById(paperIds).stream().collect(Collectors.toMap(paper -> paper.id,
        paper -> involved(paper, coSigned.getOrDefault(paper.id, List.of()))));
  }

  private Involved involved(Paper paper) {
    return involved(paper, coSignatures.findOfPaper(paper.id));
  }

  private Involved involved(Paper paper, List<CoSignature> coSigned) {
    String leadGroup = council.find(paper.municipality, Objects.requireNonNullElse(paper.leadOffice, ""))
        .map(Organization::candidateGroup).orElse(null);
    Set<String> coSigners = new HashSet<>();
    coSigned.forEach(
        coSignature -> coSigners.add(council.get(coSignature.organizationId()).candidateGroup()));
    return new Involved(paper.author, leadGroup, coSigners, visibleToAll(paper));
  }

  private static boolean visibleToAll(Paper paper) {
    return paper.publicPaper && paper.releasedOn != null;
  }

  /** The paper a consultation belongs to. */
  public Long paperOf(Long consultationId) {
    return consultations.get(consultationId).paperId;
  }

  /** The released document; empty before release. */
  public String documentHash(Long paperId) {
    return papers.get(paperId).documentHash;
  }

  /** The document with one wording, rendered anew. */
  public byte[] document(Long paperId, int wordingNumber) {
    Paper paper = papers.get(paperId);
    return printer.render(paper, wordings.of(paperId).stream()
        .filter(wording -> wording.wordingNumber() == wordingNumber).findFirst()
        .orElseGet(() -> wordings.current(paper)));
  }

  public PaperDetails details(Long paperId) {
    Paper paper = papers.get(paperId);
    List<WordingLine> lines = wordings.of(paperId).stream().map(PaperQueries::line).toList();
    boolean running = messages.isRunning(paper.processInstanceId);
    List<Consultation> stations = consultations.all(paperId);
    PaperLabels.Labels said = labels.of(paperId);
    boolean ended = paper.withdrawnOn != null;
    return new PaperDetails(paper.id, paper.printedReference(), paper.revision, paper.paperType, paper.name,
        paper.state, paper.state.label(), paper.leadOffice, paper.originator, paper.publicPaper,
        paper.nonPublicGround, paper.outsideDeadline, paper.outsideDeadlineNote, paper.releasedOn,
        paper.documentHash != null, paper.textHash, points(wordings.current(paper)), blocks(paper),
        references(paper, said.references()), said.topics(), said.districts(),
        wordingLines(lines),
        stationLines(stations, lines),
        attachmentLines(attachments.findOfPaper(paperId)),
        coSignatures.findOfPaper(paperId).stream().map(this::line).toList(),
        signatures.findOfPaper(paperId).stream()
            .map(signature -> new PaperDetails.SignatureLine(signature.printed(), signature.signedOn())).toList(),
        history.of(paperId).stream()
            .map(event -> new PaperDetails.Event(event.happenedAt(), event.userId(), event.description())).toList(),
        paper.returnedBecause, urgentDecisions.of(paperId).stream().map(this::line).toList(),
        new PaperDetails.Permissions(paper.releasedOn == null && running, !ended,
            !ended && stations.stream().anyMatch(station -> station.state == ConsultationState.CONCLUDED),
            running, running, running && paper.releasedOn != null));
  }

  /** What the forms of a paper's tasks show of it. */
  public PaperContents contents(Long paperId) {
    Paper paper = papers.get(paperId);
    List<Consultation> stations = consultations.all(paperId);
    readAhead(stations);
    return new PaperContents(paper.id, paper.printedReference(), paper.paperType, paper.name, paper.leadOffice,
        paper.originator, paper.publicPaper, paper.nonPublicGround, paper.outsideDeadline, paper.outsideDeadlineNote,
        points(wordings.current(paper)), blocks(paper),
        wordingLines(wordings.of(paperId).stream().map(PaperQueries::line).toList()),
        stations.stream().map(station -> new PaperContents.Stop(station.id, station.organizationId,
            council.get(station.organizationId).name(), station.consultationRole.label(), day(station), station.state,
            station.concludedOn)).toList(),
        paper.returnedBecause);
  }

  /** What the form of its draft shows besides: in alphabetical order, with the inquiry that it answers. */
  public PaperWords words(Long paperId) {
    PaperLabels.Labels said = labels.of(paperId);
    return new PaperWords(references(papers.get(paperId), said.references()), said.topics(), said.districts());
  }

  /** What a paper refers to, and what it is about. */
  public record PaperWords(List<PaperDetails.Reference> references, List<String> topics, List<String> districts) {
  }

  /** Bodies and meetings of all stations at once instead of one by one. */
  private void readAhead(List<Consultation> stations) {
    council.read(stations.stream().map(station -> station.organizationId).toList());
    meetings.read(stations.stream().map(station -> station.meetingId).filter(Objects::nonNull).toList());
  }

  private LocalDate day(Consultation station) {
    return station.concludedOn != null ? station.concludedOn
        : station.meetingId == null ? null : meetings.get(station.meetingId).day();
  }

  private static List<PaperDetails.WordingLine> wordingLines(List<WordingLine> lines) {
    return lines.stream().map(line -> new PaperDetails.WordingLine(line.number(), line.wording().label(),
        line.wording().createdOn(), line.wording().consultationId(), points(line.wording()))).toList();
  }

  /** The text of a draft as a person edits it. */
  public String resolutionText(Long paperId) {
    return Wordings.text(wordings.current(papers.get(paperId)).points());
  }

  /** Ids of the offices that the draft names for co-signing. */
  public List<Long> coSigningOffices(Long paperId) {
    return papers.get(paperId).coSigningOffices();
  }

  public String municipality(Long paperId) {
    return papers.get(paperId).municipality;
  }

  /** Whether the paper is a record of a run elsewhere or long ago, driven through the models again. */
  public boolean recorded(Long paperId) {
    return papers.get(paperId).recorded;
  }

  /** The paper as it stands in lists. */
  public PaperLine line(Long paperId) {
    Paper paper = papers.get(paperId);
    return line(paper, paper.printedReference());
  }

  public boolean fromPolitics(Long paperId) {
    return papers.get(paperId).fromPolitics();
  }

  /** One station with its result. */
  public PaperDetails.Station station(Long consultationId) {
    Consultation station = consultations.get(consultationId);
    return stationLines(List.of(station), wordings.of(station.paperId).stream().map(PaperQueries::line).toList())
        .get(0);
  }

  /** The number and label of the wording that the next body votes on. */
  public PaperDetails.WordingLine currentWording(Long paperId) {
    Wording current = wordings.current(papers.get(paperId));
    return new PaperDetails.WordingLine(current.wordingNumber(), current.label(), current.createdOn(),
        current.consultationId(), points(current));
  }

  /** Dated supplements that a station has to take into account. */
  public List<PaperDetails.AttachmentLine> supplementsFor(Long consultationId) {
    return attachmentLines(attachments.supplementsFor(consultationId));
  }

  /** The id of the paper with that number in a municipality; null if there is none. */
  public Long idOf(String municipality, String reference) {
    return paperRows.findByMunicipalityAndReference(municipality, reference).map(paper -> paper.id).orElse(null);
  }

  private record WordingLine(int number, Wording wording) {
  }

  private static WordingLine line(Wording wording) {
    return new WordingLine(wording.wordingNumber(), wording);
  }

  private static List<PaperDetails.Point> points(Wording wording) {
    List<PaperDetails.Point> points = new ArrayList<>();
    wording.points().forEach(point -> points.add(new PaperDetails.Point(points.size() + 1, point.text(), point.rich())));
    return points;
  }

  private static List<PaperDetails.Block> blocks(Paper paper) {
    List<PaperDetails.Block> blocks = new ArrayList<>();
    if (paper.reasons != null) {
      blocks.add(new PaperDetails.Block("REASONS",
          paper.informs() ? "Text" : "Begründung", paper.reasons,
          paper.reasonsRich));
    }
    if (paper.budget != null) {
      blocks.add(new PaperDetails.Block("BUDGET", "Haushaltsmäßige Auswirkungen", paper.budget,
          paper.budgetRich));
    }
    if (paper.alternative != null) {
      blocks.add(new PaperDetails.Block("ALTERNATIVE", "Alternative", paper.alternative, paper.alternativeRich));
    }
    return blocks;
  }

  private static List<PaperDetails.Reference> references(Paper paper, List<String> related) {
    List<PaperDetails.Reference> references = new ArrayList<>();
    related.forEach(reference -> references.add(
        new PaperDetails.Reference(reference, reference.equals(paper.superordinatedReference) ? "SUPERORDINATED"
            : "RELATED")));
    if (paper.answerReference != null) {
      references.add(new PaperDetails.Reference(paper.answerReference, "ANSWER"));
    }
    return references;
  }

  private List<PaperDetails.Station> stationLines(List<Consultation> stations, List<WordingLine> lines) {
    Map<Long, ItemDetails> items = agenda.details(stations.stream().map(station -> station.agendaItemId).toList());
    List<Long> ids = stations.stream().map(station -> station.id).toList();
    readAhead(stations);
    Map<Long, List<PaperDetails.ExcerptLine>> filed = excerpts.of(ids);
    Map<Long, List<ResultCorrection>> corrected = ids.isEmpty() ? Map.of()
        : corrections.findByConsultationIdInOrderById(ids).stream()
            .collect(Collectors.groupingBy(ResultCorrection::consultationId));
    return stations.stream()
        .map(station -> station(station, lines, station.agendaItemId == null ? null : items.get(station.agendaItemId),
            filed.getOrDefault(station.id, List.of()), corrected.getOrDefault(station.id, List.of())))
        .toList();
  }

  private PaperDetails.Station station(Consultation station, List<WordingLine> lines, ItemDetails item,
      List<PaperDetails.ExcerptLine> filed, List<ResultCorrection> corrected) {
    boolean told = item != null && item.state() == AgendaItemState.CONCLUDED;
    RecordedResult result = told ? item.recorded() : RecordedResult.of(null, null);
    Vote vote = told ? item.vote() : null;
    return new PaperDetails.Station(station.id, station.consultationNumber, station.sequenceRank,
        station.organizationId, council.get(station.organizationId).name(), station.consultationRole,
        station.consultationRole.label(), station.origin, station.meetingId, day(station),
        station.waitsForOrganizationId == null ? null : council.get(station.waitsForOrganizationId).name(),
        station.state, station.state.label(), result.result(), station.kind,
        station.kind == null ? null : station.kind.label(), station.effect,
        station.effect == null ? null : station.effect.label(), station.runEnds, result.condition(),
        result.handling() == null ? null : result.handling().label(),
        lines.stream().filter(line -> Integer.valueOf(line.number()).equals(station.wordingNumber))
            .map(line -> line.wording().label()).findFirst().orElse(null),
        vote == null ? null : new PaperDetails.VoteLine(vote.outcome().name(), vote.unanimous(), vote.yes(), vote.no(),
            vote.abstentions(), vote.against(), vote.abstaining(), result.vote()),
        told ? Agenda.pointVotes(item).stream().map(point -> new PaperDetails.PointLine(point.point(),
            point.outcome() == null ? null : point.outcome().name(), point.text())).toList() : List.of(),
        told ? item.contradiction() : null, result.remark(), station.concludedOn,
        told && item.provisional(), told && !item.publicItem(), station.dropReason,
        corrected.stream().map(correction -> new PaperDetails.Correction(correction.correctedAt(),
            correction.correctedBy(), correction.reason(), correction.formerResult())).toList(),
        filed, station.processInstanceId, station.taskId, enforceable(station));
  }

  private PaperDetails.Enforceable enforceable(Consultation station) {
    if (station.effect == null || !station.effect.decides()) {
      return null;
    }
    Organization body = council.get(station.organizationId);
    ExplainedDate from = objections.enforceableFrom(
        new BodyKind(Council.displayName(body.municipality()), body.name(), body.classification()),
        station.concludedOn);
    return new PaperDetails.Enforceable(from.date(), from.steps(), from.ground());
  }

  private PaperDetails.UrgentLine line(UrgentDecision decision) {
    String by = decision.mainCommitteeStationId == null ? decision.signatures()
        : council.get(consultations.get(decision.mainCommitteeStationId).organizationId).name();
    return new PaperDetails.UrgentLine(decision.id, council.get(decision.organizationId).name(), decision.urgency,
        decision.neededBy, decision.state, decision.state.label(), decision.ground, decision.decidedOn, by,
        decision.textHash, decision.rightsOfOthers,
        decision.refusal == null ? decision.consequences : decision.refusal);
  }

  private List<PaperDetails.AttachmentLine> attachmentLines(List<Attachment> files) {
    List<Long> replaced = files.stream().filter(file -> file.versionNumber() > 1).map(Attachment::id).toList();
    Map<Long, List<AttachmentVersion>> former = replaced.isEmpty() ? Map.of()
        : attachmentVersions.findByAttachmentIdInOrderByVersionNumberDesc(replaced).stream()
            .collect(Collectors.groupingBy(AttachmentVersion::attachmentId));
    return files.stream().map(file -> new PaperDetails.AttachmentLine(file.id(), file.attachmentNumber(), file.name(),
        file.fileName(), file.printed(), file.publicAttachment(), file.sizeBytes(), file.mediaType(), file.mainText(),
        file.supplementOn(), file.versionNumber(), file.documentHash(), userNames.of(file.addedBy()), file.addedAt(),
        former.getOrDefault(file.id(), List.of()).stream()
            .map(one -> new PaperDetails.VersionLine(one.versionNumber(), one.fileName(), one.sizeBytes(),
                one.documentHash(), userNames.of(one.addedBy()), one.addedAt())).toList())).toList();
  }

  private PaperDetails.CoSignatureLine line(CoSignature coSignature) {
    return new PaperDetails.CoSignatureLine(council.get(coSignature.organizationId()).name(), coSignature.state(),
        coSignature.state().label(), coSignature.reason(), coSignature.dueOn(), coSignature.decidedAt());
  }
}
