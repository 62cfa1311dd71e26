package de.gremienlauf.tracking;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** What a body has decided and the administration has to carry out. */
@Table("resolution_duty")
class ResolutionDuty {

  @Id Long id;
  @Version int version;
  Long paperId;
  Long consultationId;
  Long organizationId;
  LocalDate decidedOn;
  String pointNumbers;
  String resolution;
  String resultCondition;
  LocalDate enforceableFrom;
  String office;
  LocalDate dueOn;
  Integer intervalMonths;
  boolean publicDuty;
  DutyState state = DutyState.PASSED;
  String reason;
  LocalDate doneOn;
  String evidence;
  String processInstanceId;
}
