package de.gremienlauf.funding;

import java.time.LocalDate;
import java.util.List;

/**
 * What the final report of a project tells. Lists are never null but may be empty; what is unknown is null.
 *
 * @param city e.g. "Stadt Köln"
 * @param programme null if it is called like the project
 * @param from the first day of the project before any extension
 * @param until its last day before any extension
 * @param applied whether the city applied for the grant
 * @param end the last day of the project now
 * @param over whether that day has passed
 * @param reports the reports before this one, by their title and the number of their paper
 * @param objectives whether there is a file of objectives to annex
 * @param minutes the minutes to annex
 * @param permanent the partners that took part in all bodies
 * @param occasional the partners that took part now and then
 */
record ReportFacts(String city, String project, String programme, LocalDate from, LocalDate until,
    Resolution resolution, boolean applied, LocalDate appliedOn, Grant grant, List<Extension> extensions,
    List<Topic> topics, List<FollowUp> followUps, LocalDate end, boolean over, List<Report> reports,
    boolean objectives, Minutes minutes, List<String> permanent, List<String> occasional) {

  /**
   * A decision of a body on a paper.
   *
   * @param body null if only the number of the paper is known
   * @param day null if unknown
   */
  record Resolution(String body, LocalDate day, String reference) {
  }

  /** The first notice. */
  record Grant(String authority, String title) {
  }

  /**
   * A longer approval period.
   *
   * @param option whether the grantor opened it as an option
   * @param announcedBy the title of the report that announced it; null for none
   * @param noticeId the notice that granted it
   */
  record Extension(boolean option, String announcedBy, Long noticeId, String authority, String title,
      LocalDate until) {
  }

  /**
   * A focus topic.
   *
   * @param noticeId the notice that named it; null for none
   * @param recommendations how many recommendations it led to
   * @param takenUp how many of them somebody took up
   */
  record Topic(String name, String description, Long noticeId, List<ConceptFacts> concepts,
      List<TopicOutcome> outcomes, int recommendations, int takenUp) {

    boolean goesOnInAnotherProject() {
      return outcomes.stream().anyMatch(outcome -> outcome.kind() == OutcomeKind.FOLLOW_UP_PROJECT);
    }
  }

  /** A concept with its versions and what was open about it. */
  record ConceptFacts(String name, String longName, List<VersionFacts> versions, List<OpenPoint> points) {
  }

  /** A version of a concept with the bodies that decided on it. */
  record VersionFacts(int number, String description, List<Decision> decisions) {
  }

  /**
   * That a body decided.
   *
   * @param otherProject the project it belongs to; null if to this one
   */
  record Decision(String body, String otherProject, LocalDate day) {
  }

  /**
   * A project that goes on with something.
   *
   * @param partners how many partners have to sign its cooperation agreement
   * @param signed how many have
   * @param dates days that are known only roughly, as "operativer Start: voraussichtlich im Januar 2020"
   */
  record FollowUp(String name, String programme, boolean applied, Resolution resolution, int partners, int signed,
      List<String> dates) {
  }

  /** An earlier report. */
  record Report(String title, String reference) {
  }

  /** The minutes of a meeting of one of the project's bodies. */
  record Minutes(String body, LocalDate day) {
  }
}
