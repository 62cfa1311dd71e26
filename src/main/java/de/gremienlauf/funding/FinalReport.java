package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The report with which a project ends (Abschlussbericht), as a person edited it, with its annexes. */
@Table("final_report")
class FinalReport {

  @Id Long id;
  @Version int version;
  Long projectId;
  String subject;
  String bodyText;
  Long minutesMeetingId;
  String objectivesHash;
  String minutesHash;
  LocalDate finishedOn;
}
