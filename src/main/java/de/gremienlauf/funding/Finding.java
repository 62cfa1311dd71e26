package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A question that somebody has to answer.
 *
 * @param subject what it is about, so that the same question is put once for each, e.g. the id of a notice
 * @param detail what was noticed, with its dates and the legal ground
 */
record Finding(@Id Long id, Long projectId, FindingCode code, String subject, String question, String detail,
    LocalDate raisedOn, String answer, LocalDate answeredOn, String answeredBy, String processInstanceId) {

  Finding runBy(String instanceId) {
    return new Finding(id, projectId, code, subject, question, detail, raisedOn, answer, answeredOn, answeredBy,
        instanceId);
  }

  Finding because(String noticed) {
    return new Finding(id, projectId, code, subject, question, noticed, raisedOn, answer, answeredOn, answeredBy,
        processInstanceId);
  }

  Finding answered(String text, LocalDate day, String by) {
    return new Finding(id, projectId, code, subject, question, detail, raisedOn, text, day, by, processInstanceId);
  }
}
