package de.gremienlauf.funding.web;

import static de.gremienlauf.funding.web.ProjectInput.required;

import de.gremienlauf.council.Participation;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.NewPartner;
import de.gremienlauf.funding.NewReport;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.PartnerKind;
import de.gremienlauf.funding.Partners;
import de.gremienlauf.funding.ProgressReports;
import de.gremienlauf.funding.ProjectAccess;
import de.gremienlauf.funding.ProjectBodies;
import de.gremienlauf.funding.ProjectDates;
import de.gremienlauf.funding.ProjectDetails;
import de.gremienlauf.funding.ProjectPart;
import de.gremienlauf.funding.ProjectQueries;
import de.gremienlauf.funding.Projects;
import de.gremienlauf.funding.ReportBasis;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who takes part in a project and which days it has, as its page changes them. Each answer is the whole project. */
@RestController
@RequestMapping("/api/projects/{id}")
class ProjectPeopleController {

  private final ProjectAccess access;
  private final ProjectQueries queries;
  private final Projects projects;
  private final Partners partners;
  private final ProjectBodies bodies;
  private final ProjectDates dates;
  private final Notices notices;
  private final ProgressReports reports;

  ProjectPeopleController(ProjectAccess access, ProjectQueries queries, Projects projects, Partners partners,
      ProjectBodies bodies, ProjectDates dates, Notices notices, ProgressReports reports) {
    this.access = access;
    this.queries = queries;
    this.projects = projects;
    this.partners = partners;
    this.bodies = bodies;
    this.dates = dates;
    this.notices = notices;
    this.reports = reports;
  }

  @PostMapping("/partners")
  ProjectDetails addPartner(@PathVariable Long id, @RequestBody Map<String, Object> body) {
    access.requireWrite(id);
    FormData form = ProjectInput.of(body, "name", "kind", "participation").form();
    partners.add(id, new NewPartner(form.requiredText("name", "Name"),
        required(form.choice("kind", "Art", PartnerKind.class), "Art"),
        required(form.choice("participation", "Beteiligung", Participation.class), "Beteiligung"), null));
    return queries.details(id);
  }

  @PostMapping("/partners/{partnerId}/agreement")
  ProjectDetails sign(@PathVariable Long id, @PathVariable Long partnerId, @RequestBody Map<String, Object> body) {
    write(id, ProjectPart.PARTNER, partnerId);
    FormData form = ProjectInput.of(body, "signedOn", "assumed").form();
    partners.sign(partnerId, form.day("signedOn", "Unterschrieben am"), form.ticked("assumed", "angenommen"));
    return queries.details(id);
  }

  @PostMapping("/partners/{partnerId}/passed-on")
  ProjectDetails passOn(@PathVariable Long id, @PathVariable Long partnerId, @RequestBody Map<String, Object> body) {
    write(id, ProjectPart.PARTNER, partnerId);
    FormData form = ProjectInput.of(body, "amount", "consentOn").form();
    partners.passOn(partnerId, form.amount("amount", "Betrag"), form.day("consentOn", "Zustimmung vom"));
    return queries.details(id);
  }

  /** Lets a known body serve the project, or sets up a new one. */
  @PostMapping("/bodies")
  ProjectDetails addBody(@PathVariable Long id, @RequestBody Map<String, Object> body) {
    access.requireWrite(id);
    ProjectInput input = ProjectInput.of(body, "organizationId", "name", "from");
    Long known = input.id("organizationId", "Gremium");
    if (known == null) {
      bodies.add(id, input.form().requiredText("name", "Name"), input.form().day("from", "Besteht ab"));
    } else {
      bodies.add(id, known);
    }
    return queries.details(id);
  }

  @PostMapping("/dates")
  ProjectDetails addDate(@PathVariable Long id, @RequestBody Map<String, Object> body) {
    access.requireWrite(id);
    FormData form = ProjectInput.of(body, "label", "asSaid", "assumed").form();
    dates.add(id, form.requiredText("label", "Was geschieht"), form.requiredText("asSaid", "Wie es gesagt wurde"),
        form.ticked("assumed", "angenommen"));
    return queries.details(id);
  }

  @DeleteMapping("/dates/{dateId}")
  ProjectDetails removeDate(@PathVariable Long id, @PathVariable Long dateId) {
    write(id, ProjectPart.DATE, dateId);
    dates.remove(dateId);
    return queries.details(id);
  }

  @PutMapping("/early-start")
  ProjectDetails approveEarlyStart(@PathVariable Long id, @RequestBody Map<String, Object> body) {
    access.requireWrite(id);
    projects.approveEarlyStart(id, ProjectInput.of(body, "approvedOn").form().day("approvedOn", "Genehmigt am"));
    return queries.details(id);
  }

  @PostMapping("/abort")
  ProjectDetails abort(@PathVariable Long id, @RequestBody Map<String, Object> body) {
    access.requireWrite(id);
    projects.abort(id, ProjectInput.of(body, "reason").form().reason("reason", "Warum"));
    return queries.details(id);
  }

  @PostMapping("/notices/{noticeId}/posting")
  ProjectDetails post(@PathVariable Long id, @PathVariable Long noticeId, @RequestBody Map<String, Object> body) {
    return onDay(id, noticeId, body, "postedOn", "Zur Post gegeben am", notices::post);
  }

  @PostMapping("/notices/{noticeId}/waiver")
  ProjectDetails waive(@PathVariable Long id, @PathVariable Long noticeId, @RequestBody Map<String, Object> body) {
    return onDay(id, noticeId, body, "waivedOn", "Verzicht erklärt am", notices::waive);
  }

  @PostMapping("/notices/{noticeId}/challenge")
  ProjectDetails challenge(@PathVariable Long id, @PathVariable Long noticeId, @RequestBody Map<String, Object> body) {
    return onDay(id, noticeId, body, "challengedOn", "Klage erhoben am", notices::challenge);
  }

  /** Enters on which day something happened to a notice. */
  private ProjectDetails onDay(Long id, Long noticeId, Map<String, Object> body, String field, String label,
      BiConsumer<Long, LocalDate> enter) {
    write(id, ProjectPart.NOTICE, noticeId);
    enter.accept(noticeId, required(ProjectInput.of(body, field).form().day(field, label), label));
    return queries.details(id);
  }

  /** Plans a report and starts its process. */
  @PostMapping("/reports")
  ProjectDetails planReport(@PathVariable Long id, @RequestBody Map<String, Object> body) {
    access.requireWrite(id);
    FormData form = ProjectInput.of(body, "title", "basis", "basisNote", "dueOn").form();
    reports.begin(id, new NewReport(form.requiredText("title", "Bezeichnung"),
        form.choice("basis", "Grundlage", ReportBasis.class), form.text("basisNote", "Fundstelle"),
        form.day("dueOn", "Fällig am")));
    return queries.details(id);
  }

  private void write(Long projectId, ProjectPart part, Long partId) {
    access.requireWrite(projectId);
    queries.requirePart(projectId, part, partId);
  }
}
