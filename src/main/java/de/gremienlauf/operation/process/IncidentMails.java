package de.gremienlauf.operation.process;

import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.engine.Watch;
import de.gremienlauf.mail.Outbox;
import de.gremienlauf.mail.OutgoingMail;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who can mend it by mail what stands still: each incident once, all new ones together, and after a mail
 * the next one a quarter of an hour later at the earliest. What nobody can be told, for want of an address, stands in
 * the log and is told as soon as there is one.
 */
@Component
public class IncidentMails implements Watch {

  static final Duration PAUSE = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(IncidentMails.class);
  private static final String BATCH = "incidents-";
  private static final int AT_ONCE = 500;
  private static final int LISTED = 20;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final IdentityService identity;
  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final List<String> addresses;
  private final String base;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  IncidentMails(RuntimeService runtime, RepositoryService repository, IdentityService identity, Outbox outbox,
      JdbcClient jdbc, Clock clock, @Value("${gremienlauf.operation.incident-recipients}") List<String> addresses,
      @Value("${gremienlauf.mail.base-address}") String base) {
    this.runtime = runtime;
    this.repository = repository;
    this.identity = identity;
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.clock = clock;
    this.addresses = addresses;
    this.base = base.replaceFirst("/+$", "");
  }

  @Override
  public String name() {
    return "incidents";
  }

  @Override
  @Transactional
  public void look() {
    tell();
  }

  /** Mails about what is new; returns how many incidents that were. */
  @Transactional
  public int tell() {
    // Two nodes look one after the other.
    jdbc.sql("select id from operation_lock where id = 1 for update").query(Integer.class).single();
    LocalDateTime now = LocalDateTime.now(clock);
    LocalDateTime last = jdbc.sql("select max(mailed_at) from incident_mail").query(LocalDateTime.class).optional()
        .orElse(null);
    if (last != null && last.isAfter(now.minus(PAUSE)) && !last.isAfter(now)) {
      return 0;
    }
    List<Incident> fresh = fresh();
    Map<String, String> keys = keys(fresh);
    // A mail about mails that cannot be sent cannot be sent either.
    List<Incident> told = fresh.stream()
        .filter(incident -> !keys.getOrDefault(incident.getProcessInstanceId(), "").startsWith(BATCH)).toList();
    List<Incident> noted = new ArrayList<>(fresh);
    if (!told.isEmpty()) {
      Set<String> recipients = recipients();
      if (recipients.stream().anyMatch(Outbox::isAddress)) {
        mail(told, keys, recipients);
      } else {
        noted.removeAll(told);
        logUntold(told);
      }
    }
    noted.forEach(incident -> jdbc.sql("insert into incident_mail (incident_id, mailed_at) values (?, ?)")
        .params(incident.getId(), now).update());
    return noted.size();
  }

  /** Once for each incident and node: what is not told is new again the next minute. */
  private void logUntold(List<Incident> incidents) {
    String reason = addresses.isEmpty()
        ? "nobody among the administrators and in the group \"" + UserGroups.ANALYSTS + "\" has a mail address"
        : "gremienlauf.operation.incident-recipients has no address without a name";
    incidents.stream().filter(incident -> logged.add(incident.getId())).forEach(incident ->
        LOG.error("Incident {} of process instance {} cannot be told by mail: {}", incident.getId(),
            incident.getProcessInstanceId(), reason));
    logged.retainAll(incidents.stream().map(Incident::getId).collect(Collectors.toSet()));
  }

  private List<Incident> fresh() {
    List<Incident> open = runtime.createIncidentQuery().orderByIncidentTimestamp().desc().listPage(0, AT_ONCE).stream()
        .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId())).toList();
    if (open.isEmpty()) {
      return List.of();
    }
    Set<String> known = new HashSet<>(jdbc.sql("select incident_id from incident_mail where incident_id in (:ids)")
        .param("ids", open.stream().map(Incident::getId).toList()).query(String.class).list());
    return open.stream().filter(incident -> !known.contains(incident.getId())).toList();
  }

  private void mail(List<Incident> told, Map<String, String> keys, Set<String> recipients) {
    String subject = told.size() == 1 ? "Gremienlauf: Ein Vorgang steht still"
        : "Gremienlauf: " + told.size() + " Vorgänge stehen still";
    String text = "Guten Tag,\n\n" + (told.size() == 1 ? "ein Schritt ist mehrmals gescheitert und wird"
        : "einige Schritte sind mehrmals gescheitert und werden") + " nicht mehr von selbst versucht:\n\n"
        + told.stream().limit(LISTED).map(incident -> line(incident, keys)).collect(Collectors.joining("\n\n"))
        + (told.size() > LISTED ? "\n\nund " + (told.size() - LISTED) + " weitere." : "")
        + "\n\nBitte beheben Sie die Ursache und stoßen Sie den Schritt in Cockpit neu an.\n";
    String batch = BATCH + UUID.randomUUID();
    recipients.forEach(address -> outbox.queue(batch, new OutgoingMail(address, address, subject, text, List.of())));
    outbox.dispatch(batch);
  }

  private Map<String, String> keys(List<Incident> incidents) {
    Map<String, String> keys = new HashMap<>();
    Set<String> instances = incidents.stream().map(Incident::getProcessInstanceId).filter(id -> id != null)
        .collect(Collectors.toSet());
    if (!instances.isEmpty()) {
      runtime.createProcessInstanceQuery().processInstanceIds(instances).listPage(0, AT_ONCE)
          .forEach((ProcessInstance one) -> keys.put(one.getId(), String.valueOf(one.getBusinessKey())));
    }
    return keys;
  }

  private String line(Incident incident, Map<String, String> keys) {
    String since = LocalDateTime.ofInstant(incident.getIncidentTimestamp().toInstant(), clock.getZone()).format(TIME);
    if (incident.getProcessDefinitionId() == null) {
      return "- Hintergrundarbeit, seit " + since;
    }
    String process = repository.getProcessDefinition(incident.getProcessDefinitionId()).getName();
    String failed = incident.getFailedActivityId();
    String activity = failed == null ? incident.getActivityId() : failed;
    ModelElementInstance step = activity == null ? null
        : repository.getBpmnModelInstance(incident.getProcessDefinitionId()).getModelElementById(activity);
    List<String> parts = new ArrayList<>();
    parts.add("- " + process + (keys.containsKey(incident.getProcessInstanceId())
        ? " " + keys.get(incident.getProcessInstanceId()) : ""));
    if (step != null && step.getAttributeValue("name") != null) {
      parts.add("Schritt „" + step.getAttributeValue("name") + "“");
    }
    parts.add("seit " + since);
    return String.join(", ", parts) + (incident.getProcessInstanceId() == null ? ""
        : "\n  " + base + "/camunda/app/cockpit/default/#/process-instance/" + incident.getProcessInstanceId()
            + "/runtime?detailsTab=incidents-tab");
  }

  private Set<String> recipients() {
    if (!addresses.isEmpty()) {
      return new TreeSet<>(addresses);
    }
    return Stream.of(UserGroups.ADMINISTRATORS, UserGroups.ANALYSTS)
        .flatMap(group -> identity.createUserQuery().memberOfGroup(group).unlimitedList().stream())
        .map(User::getEmail).filter(Outbox::isAddress).collect(Collectors.toCollection(TreeSet::new));
  }
}
