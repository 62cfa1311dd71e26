package de.gremienlauf.paper;

import de.gremienlauf.meeting.ResultKind;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A station of a paper's sequence: one body deals with it in one meeting (OParl: Consultation). */
@Table("consultation")
class Consultation {

  @Id Long id;
  @Version int version;
  Long paperId;
  int consultationNumber;
  int sequenceRank;
  Long organizationId;
  ConsultationRole consultationRole;
  ConsultationOrigin origin = ConsultationOrigin.SEQUENCE;
  Long originConsultationId;
  Long meetingId;
  Long agendaItemId;
  Long waitsForOrganizationId;
  ConsultationState state = ConsultationState.PLANNED;
  Integer wordingNumber;
  ResultKind kind;
  ResultEffect effect;
  Boolean runEnds;
  boolean noReferralTarget;
  /** Null for what was planned before this was kept. */
  LocalDate plannedOn;
  LocalDate concludedOn;
  LocalDate droppedOn;
  Long droppedByConsultationId;
  String dropReason;
  String processInstanceId;
  String taskId;

  boolean open() {
    return state.open();
  }
}
