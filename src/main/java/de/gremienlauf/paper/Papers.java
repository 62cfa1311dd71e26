package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.Phrases;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.meeting.Agenda;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of a paper from its draft to its release and its end. */
@Service
@Transactional
public class Papers {

  public static final String PROCESS = "paper";
  static final String RUN_REOPENED = "RunReopened";
  private static final String REVISION_REQUESTED = "RevisionRequested";
  private static final String PAPER_WITHDRAWN = "PaperWithdrawn";

  private final PaperRepository papers;
  private final ConsultationRepository consultations;
  private final CoSignatures coSignatures;
  private final SignatureRepository signatures;
  private final Wordings wordings;
  private final PaperLabels labels;
  private final PaperNumbers numbers;
  private final PaperPrinter printer;
  private final SigningRights rights;
  private final FourEyes fourEyes;
  private final PaperHistory history;
  private final Agenda agenda;
  private final Council council;
  private final Outcomes outcomes;
  private final ProcessMessages messages;
  private final ApplicationEventPublisher events;
  private final CurrentUser user;
  private final Clock clock;

  Papers(PaperRepository papers, ConsultationRepository consultations, CoSignatures coSignatures,
      SignatureRepository signatures, Wordings wordings, PaperLabels labels, PaperNumbers numbers,
      PaperPrinter printer, SigningRights rights, FourEyes fourEyes, PaperHistory history, Agenda agenda,
      Council council, Outcomes outcomes, ProcessMessages messages, ApplicationEventPublisher events, CurrentUser user,
      Clock clock) {
    this.papers = papers;
    this.consultations = consultations;
    this.coSignatures = coSignatures;
    this.signatures = signatures;
    this.wordings = wordings;
    this.labels = labels;
    this.numbers = numbers;
    this.printer = printer;
    this.rights = rights;
    this.fourEyes = fourEyes;
    this.history = history;
    this.agenda = agenda;
    this.council = council;
    this.outcomes = outcomes;
    this.messages = messages;
    this.events = events;
    this.user = user;
    this.clock = clock;
  }

  /** Begins a paper and starts its process. Returns the paper's id. */
  public Long begin(NewPaper begun) {
    Long paperId = create(begun);
    messages.startProcess(PROCESS, begun.recordedReference(), Map.of("paperId", paperId));
    return paperId;
  }

  /** Stores a new paper without a number. Returns its id. */
  public Long create(NewPaper begun) {
    Paper paper = new Paper();
    paper.municipality = begun.municipality();
    paper.paperType = begun.type();
    paper.name = begun.name();
    paper.leadOffice = begun.leadOffice();
    paper.author = user.id();
    paper.createdAt = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    paper.superordinatedReference = begun.superordinatedReference();
    paper.reference = begun.recordedReference();
    paper.recorded = begun.recordedReference() != null;
    if (paper.superordinatedReference != null) {
      byReference(paper.municipality, paper.superordinatedReference);
    }
    paper = papers.save(paper);
    if (paper.superordinatedReference != null) {
      labels.replace(paper.id, new PaperLabels.Labels(List.of(), List.of(), List.of(paper.superordinatedReference)));
    }
    history.add(paper.id, paper.paperType + " „" + paper.name + "“ angelegt.");
    return paper.id;
  }

  /** Binds a stored paper to the process instance that runs it. */
  public void attachProcess(Long paperId, String processInstanceId) {
    Paper paper = get(paperId);
    if (paper.processInstanceId != null) {
      throw new BusinessException("Für diese Vorlage läuft schon ein Vorgang.");
    }
    paper.processInstanceId = processInstanceId;
    papers.save(paper);
  }

  /** Gives the paper its number, or reserves the one it brings along. Returns it. */
  public String assignNumber(Long paperId, String path, String circle) {
    Paper paper = get(paperId);
    paper.paperPath = path;
    if (paper.recorded) {
      numbers.reserve(paper.municipality, paper.reference, paperId);
    } else {
      paper.reference = numbers.next(paper.municipality, circle, LocalDate.now(clock).getYear(), paperId);
    }
    papers.save(paper);
    history.add(paperId, "Nummer " + paper.reference + " vergeben.");
    return paper.reference;
  }

  /** Stores a draft. Refuses what a paper of this type cannot go without. */
  public void saveDraft(Long paperId, Draft draft) {
    papers.lock(paperId);
    Paper paper = get(paperId);
    if (!draft.publicPaper() && draft.nonPublicGround() == null) {
      throw new BusinessException("Bitte geben Sie an, aus welchem Grund die Vorlage nichtöffentlich ist.");
    }
    if (paper.revision > 0 && !paper.publicPaper && draft.publicPaper()) {
      throw new BusinessException("Diese Vorlage war nichtöffentlich; ihr früherer Wortlaut und ihre Ergebnisse würden"
          + " für alle lesbar. Bitte legen Sie für die öffentliche Fassung eine neue Vorlage an.");
    }
    if (draft.resolution() == null && draft.reasons() == null && !hasUploadedText(paperId)) {
      throw new BusinessException(
          "Bitte erfassen Sie einen Beschlussvorschlag oder einen Text, oder laden Sie den Text im Reiter „Anlagen“"
              + " hoch.");
    }
    paper.name = draft.name();
    paper.leadOffice = draft.leadOffice();
    paper.originator = draft.originator();
    paper.publicPaper = draft.publicPaper();
    paper.nonPublicGround = draft.publicPaper() ? null : draft.nonPublicGround();
    writeText(paper, draft);
    paper.outsideDeadline = draft.outsideDeadline();
    paper.outsideDeadlineNote = draft.outsideDeadlineNote();
    paper.coSigningOffices(draft.coSigningOffices());
    paper.returnedBecause = null;
    papers.save(paper);
    labels.replace(paperId, new PaperLabels.Labels(draft.topics(), draft.districts(),
        draft.references().stream().filter(reference -> !reference.equals(paper.reference)).toList()));
    fourEyes.wrote(paperId);
    history.add(paperId, "Entwurf gespeichert.");
  }

  /** Replaces the parts of the text whose words changed; the others keep their look. */
  private void writeText(Paper paper, Draft draft) {
    List<Wording.Point> points = wordings.current(paper).points();
    boolean sameResolution = sameWords(Wordings.text(points), draft.resolution());
    wordings.writeDraft(paper, sameResolution ? points : Wordings.points(draft.resolution()), LocalDate.now(clock));
    boolean sameReasons = sameWords(paper.reasons, draft.reasons());
    boolean sameBudget = sameWords(paper.budget, draft.budget());
    boolean sameAlternative = sameWords(paper.alternative, draft.alternative());
    paper.reasonsRich = sameReasons ? paper.reasonsRich : null;
    paper.budgetRich = sameBudget ? paper.budgetRich : null;
    paper.alternativeRich = sameAlternative ? paper.alternativeRich : null;
    paper.reasons = draft.reasons();
    paper.budget = draft.budget();
    paper.alternative = draft.alternative();
    if (!(sameResolution && sameReasons && sameBudget && sameAlternative)) {
      paper.textVersion++;
    }
  }

  private static boolean sameWords(String one, String other) {
    return words(one).equals(words(other));
  }

  private static String words(String text) {
    return text == null ? "" : text.replace("\r\n", "\n").strip();
  }

  /** Opens the draft for editing: after an objection, a return or for a revision. */
  public void openDraft(Long paperId) {
    Paper paper = get(paperId);
    if (paper.state == PaperState.CO_SIGNING && coSignatures.objectionRaised(paperId)) {
      paper.returnedBecause = coSignatures.reasons(paperId);
    }
    paper.state = PaperState.DRAFT;
    papers.save(paper);
  }

  /** The paper waits for its signature. */
  public void openSigning(Long paperId) {
    Paper paper = get(paperId);
    paper.state = PaperState.SIGNING;
    papers.save(paper);
  }

  /** How the person of that login would sign the paper; nothing if they have no right to. */
  public Optional<SigningRight> proposedSignature(Long paperId, String userId) {
    return rights.proposed(userId, get(paperId), false);
  }

  /**
   * Signs the paper in a capacity that the person who acts has today.
   *
   * @param represented for whom; null for who signs for themselves
   */
  public void sign(Long paperId, String signatory, Capacity capacity, String represented) {
    Paper paper = get(paperId);
    rights.require(paper, capacity, represented, false);
    fourEyes.require(paper, "PAPER");
    Signature signature = signatures.save(new Signature(null, paperId, paper.revision, signatory, capacity, represented,
        LocalDate.now(clock), user.id(), printer.textHash(paper)));
    paper.state = PaperState.SIGNED;
    papers.save(paper);
    history.add(paperId, "Gezeichnet: " + signature.printed() + ", Prüfsumme des Textes " + signature.textHash()
        + ".");
  }

  /** Gives the paper back to the lead office. */
  public void returnToDraft(Long paperId, String reason) {
    if (reason == null) {
      throw new BusinessException("Bitte begründen Sie, warum die Vorlage zurückgeht.");
    }
    Paper paper = get(paperId);
    paper.returnedBecause = reason;
    papers.save(paper);
    history.add(paperId, "Zur Überarbeitung zurückgegeben: " + reason);
  }

  /** Freezes the text, renders the document and hands the paper to its bodies. */
  public void release(Long paperId) {
    Paper paper = get(paperId);
    paper.state = PaperState.IN_CONSULTATION;
    paper.releasedOn = LocalDate.now(clock);
    printer.print(paper);
    papers.save(paper);
    history.add(paperId, "Vorlage " + paper.printedReference() + " freigegeben, Prüfsumme des Textes "
        + paper.textHash + ".");
  }

  /** The run has ended; an inquiry still waits for its answer. */
  public void openAnswer(Long paperId) {
    Paper paper = get(paperId);
    paper.state = PaperState.ANSWER_PENDING;
    papers.save(paper);
  }

  /** Whether the paper is an inquiry that nobody has answered yet. */
  public boolean answerDue(Long paperId) {
    Paper paper = get(paperId);
    return "INQUIRY".equals(paper.paperPath) && paper.answerReference == null;
  }

  /** Settles an inquiry by the paper that answers it. */
  public void answer(Long paperId, String answerReference) {
    Paper paper = get(paperId);
    Paper answer = byReference(paper.municipality, answerReference);
    if (answer.id.equals(paperId)) {
      throw new BusinessException("Eine Anfrage kann nicht ihre eigene Beantwortung sein.");
    }
    paper.answerReference = answer.reference;
    papers.save(paper);
    history.add(paperId, "Beantwortet durch " + answer.reference + ".");
    history.add(answer.id, "Beantwortet die Anfrage " + paper.reference + ".");
  }

  /** Ends the paper with what its bodies made of it. */
  public void close(Long paperId) {
    Paper paper = get(paperId);
    paper.state = outcomes.of(paper);
    papers.save(paper);
    history.add(paperId, "Vorgang abgeschlossen: " + paper.state.label() + ".");
    events.publishEvent(new PaperEnded(paperId));
  }

  /**
   * Whether nothing more happens with the paper unless somebody reopens it. Until the transaction ends it stays that
   * way: who looks and then waits for {@link PaperEnded} does not miss it.
   */
  public boolean isOver(Long paperId) {
    papers.lock(paperId);
    return get(paperId).state.closed();
  }

  /**
   * What became of a paper that is over.
   *
   * @param day when the body that decided did so, else when the last body met or the paper was withdrawn; null if none
   * met
   */
  public record End(PaperState state, LocalDate day) {
  }

  public End end(Long paperId) {
    Paper paper = get(paperId);
    return new End(paper.state, paper.withdrawnOn != null ? paper.withdrawnOn : outcomes.day(paper).orElse(null));
  }

  /** Takes the paper back, in whatever state it is. */
  public void withdraw(Long paperId, String reason) {
    Paper paper = running(paperId);
    requireReason(reason);
    history.add(paperId, (neverReleased(paper) ? "Entwurf verworfen: " : "Vorlage zurückgezogen: ") + reason);
    messages.send(PAPER_WITHDRAWN, paper.processInstanceId, Map.of());
  }

  /** Closes a withdrawn paper with everything that was open. */
  public void closeWithdrawn(Long paperId) {
    Paper paper = get(paperId);
    paper.state = neverReleased(paper) ? PaperState.DISCARDED : PaperState.WITHDRAWN;
    paper.withdrawnOn = LocalDate.now(clock);
    papers.save(paper);
    coSignatures.cancel(paperId);
    for (Consultation consultation : consultations.findOfPaper(paperId)) {
      if (consultation.open()) {
        consultation.state = ConsultationState.DROPPED;
        consultation.droppedOn = paper.withdrawnOn;
        consultation.dropReason = "Vorlage zurückgezogen";
        consultations.save(consultation);
        takeOffTheAgenda(consultation, consultation.dropReason);
      }
    }
    events.publishEvent(new RunInterrupted(paperId, true));
    events.publishEvent(new PaperEnded(paperId));
  }

  private void takeOffTheAgenda(Consultation station, String reason) {
    if (station.agendaItemId != null) {
      agenda.withdraw(station.agendaItemId, reason);
    }
  }

  private static boolean neverReleased(Paper paper) {
    return paper.releasedOn == null && paper.revision == 0;
  }

  /** Sends the paper back to its draft, in whatever state it is. */
  public void revise(Long paperId, String reason) {
    Paper paper = running(paperId);
    requireReason(reason);
    history.add(paperId, "Neufassung verlangt: " + reason);
    messages.send(REVISION_REQUESTED, paper.processInstanceId, Map.of());
  }

  /**
   * Begins the revision: a released paper gets the suffix /1, /2 ... and a wording of its own; what was registered and
   * has no result yet is planned anew.
   */
  public void beginRevision(Long paperId) {
    Paper paper = get(paperId);
    coSignatures.cancel(paperId);
    for (Consultation consultation : consultations.findOfPaper(paperId)) {
      if (consultation.state == ConsultationState.REGISTERED) {
        consultation.state = ConsultationState.PLANNED;
        takeOffTheAgenda(consultation, "Neufassung");
      }
      if (consultation.open()) {
        consultation.processInstanceId = null;
        consultations.save(consultation);
      }
    }
    if (paper.releasedOn != null) {
      paper.revision++;
      paper.releasedOn = null;
      wordings.beginRevision(paper, LocalDate.now(clock));
      history.add(paperId, "Neufassung " + paper.printedReference() + " begonnen.");
    }
    papers.save(paper);
    events.publishEvent(new RunInterrupted(paperId, false));
  }

  /**
   * Hands stations to a run: to the one that is under way, or to a new one if the last has ended. Before release there
   * is nothing to do, the run will find them.
   */
  void launch(Long paperId, List<Long> stations) {
    Paper paper = get(paperId);
    if (stations.isEmpty() || paper.releasedOn == null) {
      return;
    }
    boolean running = messages.isRunning(paper.processInstanceId);
    String run = running ? messages.calledInstance(paper.processInstanceId, "committee-run") : null;
    if (run != null) {
      stations.forEach(station -> messages.send("StationAdded", run, Map.of("consultationId", station)));
      return;
    }
    if (running && !messages.awaits(RUN_REOPENED, paper.processInstanceId)) {
      throw new BusinessException("Die Vorlage wird gerade bearbeitet. Bitte versuchen Sie es gleich noch einmal.");
    }
    history.add(paperId, "Lauf wieder eröffnet.");
    if (running) {
      messages.send(RUN_REOPENED, paper.processInstanceId, Map.of());
    } else {
      paper.processInstanceId = messages.startByMessage(RUN_REOPENED, paper.reference,
          Map.of("paperId", paperId, "paperPath", paper.paperPath));
    }
    paper.state = PaperState.IN_CONSULTATION;
    papers.save(paper);
  }

  /** The printed type in the form the decision tables read. */
  public String normalizedType(Long paperId) {
    return Phrases.normalize(get(paperId).paperType);
  }

  /** The office that leads, if it is one of the municipality's. */
  public Optional<Organization> leadOffice(Long paperId) {
    Paper paper = get(paperId);
    return council.find(paper.municipality, Objects.requireNonNullElse(paper.leadOffice, ""));
  }

  /** The login of the person who began the paper. */
  public Optional<String> author(Long paperId) {
    return Optional.ofNullable(get(paperId).author);
  }

  /** The id of the process instance that runs the paper, or ran it last. */
  public String processInstance(Long paperId) {
    return get(paperId).processInstanceId;
  }

  public String reference(Long paperId) {
    return get(paperId).reference;
  }

  Paper get(Long paperId) {
    return papers.findById(paperId).orElseThrow(() -> BusinessException.unknown("Diese Vorlage gibt es nicht."));
  }

  private boolean hasUploadedText(Long paperId) {
    return printer.uploadedText(paperId).isPresent();
  }

  Paper running(Long paperId) {
    Paper paper = get(paperId);
    if (!messages.isRunning(paper.processInstanceId)) {
      throw new BusinessException("Die Vorlage " + paper.printedReference() + " ist abgeschlossen ("
          + paper.state.label() + "); dazu muss ihr Lauf erst wieder eröffnet werden.");
    }
    return paper;
  }

  Paper byReference(String municipality, String reference) {
    return papers.findByMunicipalityAndReference(municipality, Objects.requireNonNullElse(reference, ""))
        .orElseThrow(() -> new BusinessException("Eine Vorlage mit der Nummer „" + reference + "“ gibt es nicht."));
  }

  static void requireReason(String reason) {
    if (reason == null || reason.isBlank()) {
      throw new BusinessException("Bitte geben Sie einen Grund an.");
    }
    if (reason.length() > 4000) {
      throw new BusinessException("Der Grund darf höchstens 4000 Zeichen haben.");
    }
  }
}
