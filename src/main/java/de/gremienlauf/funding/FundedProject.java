package de.gremienlauf.funding;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A project that somebody else pays for in part (Förderprojekt). What belongs to it, its notices, papers, reports and
 * topics, are aggregates of their own.
 */
@Table("funded_project")
class FundedProject {

  @Id Long id;
  @Version int version;
  String municipality;
  String projectNumber;
  String name;
  String programme;
  String idea;
  String targetGroup;
  String leadOffice;
  String grantor;
  ProjectState state = ProjectState.PREPARED;
  LocalDate plannedFrom;
  LocalDate plannedUntil;
  LocalDate earlyStartApprovedOn;
  LocalDate endedOn;
  String endReason;
  LocalDate retentionUntil;
  String retentionExplained;
  LocalDate archivedOn;
  LocalDateTime createdAt;
  String createdBy;
  String processInstanceId;
}
