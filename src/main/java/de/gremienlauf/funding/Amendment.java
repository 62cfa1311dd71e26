package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A change of the grant on its way: opened by the grantor, asked for by the city, or announced in a hearing. */
@Table("amendment")
class Amendment {

  @Id Long id;
  @Version int version;
  Long projectId;
  NoticeKind kind;
  AmendmentState state = AmendmentState.OPEN;
  LocalDate optionOpenedOn;
  LocalDate optionUntil;
  String optionNote;
  Boolean committeesNeeded;
  String committeesGround;
  LocalDate hearingUntil;
  String hearingStatement;
  String refusal;
  String processInstanceId;
}
