package de.gremienlauf.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads from the domain tables what the facts of a story speak of. Each kind of thing has the names of its properties
 * in the story's words.
 */
@Component
class StoryRows {

  private static final String OF_PROJECTS = " where t.project_id in (:projects) order by t.id";
  private static final String PAPERS =
      "(select paper_id from project_paper where project_id in (:projects) and paper_id is not null)";
  private static final String BODIES =
      "(select organization_id from project_body where project_id in (:projects))";
  private static final Pattern NAMED = Pattern.compile(" as (\\w*[A-Z]\\w*)");
  private static final Map<String, Kind> KINDS = kinds();

  private final JdbcClient jdbc;

  StoryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a kind of thing is kept, and how its properties are read; each query tells {@code id} and the project. */
  private record Kind(String table, String query) {
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new HashMap<>();
    kinds.put("project", new Kind("funded_project", "select t.id, t.id as project_id, t.project_number as number,"
        + " t.name, t.programme, t.idea, t.target_group as targetGroup, t.lead_office as leadOffice, t.grantor,"
        + " t.state, t.planned_from as plannedFrom, t.planned_until as plannedUntil,"
        + " t.early_start_approved_on as earlyStartApproved, t.ended_on as endedOn,"
        + " t.retention_until as retentionUntil, t.archived_on as archivedOn"
        + " from funded_project t where t.id in (:projects) order by t.id"));
    kinds.put("projectPaper", new Kind("project_paper", "select t.id, t.project_id, t.purpose, t.need, t.ground,"
        + " t.outcome, p.reference, p.name, p.paper_type as type,"
        + " (select count(*) from project_paper o where o.paper_id = t.paper_id) as projects"
        + " from project_paper t left join paper p on p.id = t.paper_id" + OF_PROJECTS));
    kinds.put("application", new Kind("funding_application", "select t.id, t.project_id, t.filed_on as filedOn,"
        + " t.filed_on_assumed as assumed, t.documents, a.kind as amends from funding_application t"
        + " left join amendment a on a.id = t.amendment_id" + OF_PROJECTS));
    kinds.put("line", new Kind("financing_line", "select t.id, t.project_id, t.side, t.source, t.label, t.planned,"
        + " t.eligible, t.actual from financing_line t" + OF_PROJECTS));
    kinds.put("notice", new Kind("funding_notice", "select t.id, t.project_id, t.kind, t.state, t.authority,"
        + " t.notice_date as date, t.posted_on as posted, t.posted_assumed as postedAssumed,"
        + " t.approval_from as approvalFrom, t.approval_until as approvalUntil, t.execution_from as executionFrom,"
        + " t.execution_until as executionUntil, t.rate, t.eligible_total as eligible, t.grant_limit as grantLimit,"
        + " t.payment_kind as payment, t.financing_kind as financing, t.deemed_notified as deemedNotified,"
        + " t.appeal_until as appealUntil, t.final_from as finalFrom, t.final_on as finalOn"
        + " from funding_notice t" + OF_PROJECTS));
    kinds.put("amendment", new Kind("amendment", "select t.id, t.project_id, t.kind, t.state,"
        + " t.option_opened_on as optionOpened, t.option_until as optionUntil, t.option_note as optionNote,"
        + " t.committees_needed as committees, t.committees_ground as ground from amendment t" + OF_PROJECTS));
    kinds.put("fundsCall", new Kind("funds_call", "select t.id, t.project_id, t.state, t.called_on as calledOn,"
        + " t.amount, t.paid_on as paidOn, t.paid, t.use_until as useUntil, t.used from funds_call t" + OF_PROJECTS));
    kinds.put("report", new Kind("progress_report", "select t.id, t.project_id, t.title, t.announces, t.due_on as due,"
        + " t.submitted_on as submittedOn, t.submitted_assumed as assumed, t.committees, t.state"
        + " from progress_report t" + OF_PROJECTS));
    kinds.put("finalReport", new Kind("final_report", "select t.id, t.project_id, t.subject, t.body_text as text,"
        + " t.finished_on as finishedOn from final_report t" + OF_PROJECTS));
    kinds.put("proofOfUse", new Kind("proof_of_use", "select t.id, t.project_id, t.state, t.due_on as due,"
        + " t.due_explained as explained, t.submitted_on as submittedOn, t.computed_grant as computedGrant,"
        + " t.audit_result as auditResult, t.audited_on as auditedOn, t.repayment from proof_of_use t" + OF_PROJECTS));
    kinds.put("topic", new Kind("focus_topic", "select t.id, t.project_id, t.name, t.description,"
        + " n.kind as notice, n.notice_date as noticeDate from focus_topic t"
        + " left join funding_notice n on n.id = t.notice_id" + OF_PROJECTS));
    kinds.put("outcome", new Kind("topic_outcome", "select o.id, t.project_id, t.name as topic, o.kind as outcome,"
        + " o.taken_over_by as takenOverBy, o.description from focus_topic t join topic_outcome o"
        + " on o.focus_topic = t.id where t.project_id in (:projects) order by o.id"));
    kinds.put("recommendation", new Kind("recommendation", "select t.id, t.project_id, t.wording, t.addressee,"
        + " t.taken_up_by as takenUpBy, t.state from recommendation t" + OF_PROJECTS));
    kinds.put("objective", new Kind("objective", "select t.id, t.project_id, t.wording, t.target, t.achieved, t.state"
        + " from objective t" + OF_PROJECTS));
    kinds.put("concept", new Kind("concept", "select t.id, t.project_id, t.name, t.long_name as longName"
        + " from concept t" + OF_PROJECTS));
    kinds.put("conceptDecision", new Kind("concept_decision", "select d.id, t.project_id, t.name as concept,"
        + " v.version_number as version, v.description, o.name as body, d.decided_on as date,"
        + " d.day_assumed as assumed, m.meeting_day as meetingDay, i.result from concept t"
        + " join concept_version v on v.concept = t.id join concept_decision d on d.concept_version = v.id"
        + " join organization o on o.id = d.organization_id left join agenda_item i on i.id = d.agenda_item_id"
        + " left join meeting m on m.id = i.meeting_id where t.project_id in (:projects) order by d.id"));
    kinds.put("openPoint", new Kind("open_point", "select x.id, t.project_id, t.name as concept, x.point,"
        + " x.raised_on as raisedOn, x.settled_on as settledOn, x.settled_by as settledBy from concept t"
        + " join open_point x on x.concept = t.id where t.project_id in (:projects) order by x.id"));
    kinds.put("partner", new Kind("project_partner", "select t.id, t.project_id, t.name, t.partner_kind as partner,"
        + " t.participation, t.agreement_signed_on as agreementSignedOn, t.agreement_assumed as assumed,"
        + " t.passed_on as passedOn, t.consent_on as consentOn, t.proof_due as proofDue,"
        + " t.proof_received_on as proofReceivedOn from project_partner t" + OF_PROJECTS));
    kinds.put("followUp", new Kind("follow_up", "select t.id, t.earlier_project_id as project_id,"
        + " l.name as later, e.name as earlier, t.reason, t.signatures_needed as signaturesNeeded,"
        + " t.gate_opened_on as gateOpenedOn, (select count(*) from project_partner p"
        + " where p.project_id = t.later_project_id and p.agreement_signed_on is not null) as signed"
        + " from follow_up t join funded_project e on e.id = t.earlier_project_id"
        + " join funded_project l on l.id = t.later_project_id where t.earlier_project_id in (:projects)"
        + " order by t.id"));
    kinds.put("roughDate", new Kind("project_date", "select t.id, t.project_id, t.label, t.as_said as said,"
        + " t.earliest, t.latest, t.assumed from project_date t" + OF_PROJECTS));
    kinds.put("finding", new Kind("finding", "select t.id, t.project_id, t.code, t.subject, t.question, t.detail,"
        + " t.raised_on as raisedOn, t.answer from finding t" + OF_PROJECTS));
    kinds.put("body", new Kind("organization", "select t.id, (select min(b.project_id) from project_body b"
        + " where b.organization_id = t.id) as project_id, t.name, t.organization_type as type, t.classification,"
        + " (select count(*) from project_body b where b.organization_id = t.id) as projects"
        + " from organization t where t.municipality = :municipality order by t.id"));
    kinds.put("membership", new Kind("membership", "select t.id, (select min(b.project_id) from project_body b"
        + " where b.organization_id = t.organization_id) as project_id, o.name as body, p.name as person,"
        + " t.membership_role as role, t.political_group as house, t.participation, t.seat from membership t"
        + " join organization o on o.id = t.organization_id join person p on p.id = t.person_id"
        + " where t.organization_id in " + BODIES + " order by t.id"));
    kinds.put("meeting", new Kind("meeting", "select t.id, (select min(b.project_id) from project_body b"
        + " where b.organization_id = t.organization_id) as project_id, o.name as body, t.meeting_day as date,"
        + " t.state, t.minutes_released_on as minutesReleasedOn, (select count(*) from meeting_document d"
        + " where d.meeting_id = t.id and d.kind = 'MINUTES_REDACTED') as redactedMinutes from meeting t"
        + " join organization o on o.id = t.organization_id where t.organization_id in " + BODIES
        + " order by t.meeting_day, t.id"));
    kinds.put("attachment", new Kind("attachment", "select t.id, (select min(p.project_id) from project_paper p"
        + " where p.paper_id = t.paper_id and p.project_id in (:projects)) as project_id,"
        + " (select min(p.purpose) from project_paper p where p.paper_id = t.paper_id"
        + " and p.project_id in (:projects)) as purpose, t.attachment_number as number, t.name,"
        + " t.file_name as fileName, t.printed, d.media_type as mediaType from attachment t"
        + " join document d on d.hash = t.document_hash where t.paper_id in " + PAPERS + " order by t.id"));
    kinds.put("reference", new Kind("paper_label", "select t.paper as id, (select min(p.project_id)"
        + " from project_paper p where p.paper_id = t.paper and p.project_id in (:projects)) as project_id,"
        + " (select min(p.purpose) from project_paper p where p.paper_id = t.paper"
        + " and p.project_id in (:projects)) as purpose, t.label as reference from paper_label t"
        + " where t.kind = 'REFERENCE' and t.paper in " + PAPERS + " order by t.paper, t.label"));
    // As they are quoted, both databases keep the names as the stories write them.
    kinds.replaceAll((name, kind) -> new Kind(kind.table(), NAMED.matcher(kind.query()).replaceAll(" as \"$1\"")));
    return kinds;
  }

  static Set<String> kindNames() {
    return KINDS.keySet();
  }

  /**
   * All things of a kind that belong to these projects.
   *
   * @param projects their keys by their ids
   */
  List<StoryRow> read(String kind, Map<Long, String> projects, String municipality) {
    Kind known = KINDS.get(kind);
    List<StoryRow> rows = new ArrayList<>();
    for (Map<String, Object> read : jdbc.sql(known.query()).param("projects", projects.keySet())
        .param("municipality", municipality).query().listOfRows()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      read.forEach((name, value) ->
          fields.put(name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name, value));
      Object project = read.get("project_id");
      fields.put("project", project == null ? null : projects.get(((Number) project).longValue()));
      rows.add(new StoryRow(known.table() + " " + read.get("id"), fields));
    }
    return rows;
  }
}
