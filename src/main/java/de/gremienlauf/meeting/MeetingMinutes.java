package de.gremienlauf.meeting;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/** What belongs to the minutes of a meeting as a whole; what they tell of an item stands with the item. */
@Table("meeting_minutes")
class MeetingMinutes {

  @Id Long meetingId;
  @Version int version;
  String opening;
  String closing;
  String remark;
  /** How often they were presented to be signed. */
  @Column("round_number") int round;
  String namesToRedact;
  String releaseDecision;
  String decidedBy;
  String writtenBy;

  MinutesText text() {
    return new MinutesText(opening, closing, remark);
  }
}
