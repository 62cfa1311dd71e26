package de.gremienlauf.paper;

import de.gremienlauf.engine.Phrases;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A paper of the council (OParl: Paper). Aggregate root; its wordings, consultations and labels are kept apart. */
@Table("paper")
class Paper {

  @Id Long id;
  @Version int version;
  String municipality;
  String reference;
  int revision;
  String paperType;
  String paperPath;
  String name;
  String leadOffice;
  String originator;
  String author;
  boolean publicPaper = true;
  String nonPublicGround;
  PaperState state = PaperState.DRAFT;
  boolean recorded;
  String superordinatedReference;
  String answerReference;
  LocalDate outsideDeadline;
  String outsideDeadlineNote;
  String reasons;
  String budget;
  String alternative;
  /** The same texts with their look, as XHTML; null where the words alone say it all. */
  String reasonsRich;
  String budgetRich;
  String alternativeRich;
  /** Counts every change of the text, so that nobody overwrites what they have not seen. */
  int textVersion;
  int currentWording = 1;
  String returnedBecause;
  LocalDateTime createdAt;
  LocalDate releasedOn;
  LocalDate withdrawnOn;
  String textHash;
  String documentHash;
  String processInstanceId;
  List<Long> coSigningOffices;

  /** The number as it is printed: with the suffix of the revision. */
  String printedReference() {
    return reference == null ? "(noch ohne Nummer)" : revision == 0 ? reference : reference + "/" + revision;
  }

  /** Whether it informs or answers: its text then stands without the heading "Begründung". */
  boolean informs() {
    String type = Phrases.normalize(paperType);
    return type.startsWith("mitteilung") || type.startsWith("beantwortung");
  }

  boolean fromPolitics() {
    return !"ADMINISTRATION".equals(paperPath);
  }

  /** The ids of the offices that have to co-sign. */
  List<Long> coSigningOffices() {
    return coSigningOffices == null ? List.of() : coSigningOffices;
  }

  void coSigningOffices(List<Long> offices) {
    coSigningOffices = offices.isEmpty() ? null : offices.stream().distinct().sorted().toList();
  }
}
