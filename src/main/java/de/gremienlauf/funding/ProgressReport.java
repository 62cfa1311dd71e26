package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A report on how a project gets on (Sachstandsbericht). */
@Table("progress_report")
class ProgressReport {

  @Id Long id;
  @Version int version;
  Long projectId;
  int reportNumber;
  String title;
  ReportBasis basis;
  String basisNote;
  boolean followsPeriod;
  LocalDate dueOn;
  String dueExplained;
  LocalDate beginOn;
  String bodyText;
  String announces;
  Boolean committees;
  LocalDate submittedOn;
  boolean submittedAssumed;
  ReportState state = ReportState.PLANNED;
  String processInstanceId;
}
