package de.gremienlauf.meeting;

import de.gremienlauf.council.Organization;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.TaskStories;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The user tasks of meetings, invitations and minutes. */
@Component
public class MeetingTasks implements TaskStories {

  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 3);

  private final MinutesWorld world;
  private final Meetings meetings;
  private final Agenda agenda;
  private final Clerk clerk;

  public MeetingTasks(MinutesWorld world, Meetings meetings, Agenda agenda, Clerk clerk) {
    this.world = world;
    this.meetings = meetings;
    this.agenda = agenda;
    this.clerk = clerk;
  }

  @Override
  public Map<String, Supplier<Task>> stories() {
    Map<String, Supplier<Task>> told = new LinkedHashMap<>();
    told.put("Task_ReleaseAgenda", () -> task(submitted(), "Task_ReleaseAgenda"));
    told.put("Task_DecideLateItem", () -> {
      Meeting meeting = released();
      request(meeting, "Antrag", "0003/2026");
      return task(meeting, "Task_DecideLateItem");
    });
    told.put("Task_HoldMeeting", () -> {
      Meeting meeting = released();
      clerk.onDay(DAY);
      return task(meeting, "Task_HoldMeeting");
    });
    told.put("Task_SendByPost", () -> {
      clerk.onDay(MinutesWorld.DAY.minusDays(20));
      Organization body = world.body("Integrationsrat");
      world.member(body, "Petra Vorsitz", "Vorsitz", null);
      Meeting meeting = world.meeting(body, MinutesWorld.DAY, row -> row.kind = MeetingKind.REGULAR);
      world.item(meeting, "Ö 1", "Sprachkurse in allen Stadtteilen", item -> item.paperReference = "0554/2026");
      String process = world.start("invitation",
          Map.of("meetingId", meeting.id, "act", InvitationAct.INVITATION.name()));
      clerk.runDueJobs();
      return clerk.tasks(process, "Task_SendByPost").get(0);
    });
    told.put("Task_DraftMinutes", () -> clerk.task(minutes(), "Task_DraftMinutes"));
    told.put("Task_SignMinutes", () -> clerk.tasks(drafted(), "Task_SignMinutes").get(0));
    told.put("Task_ReleaseMinutes", () -> {
      String process = drafted();
      clerk.tasks(process, "Task_SignMinutes").forEach(task -> clerk.complete(task,
          Map.of("decision", "SIGN", "signatory", "Erika Muster")));
      return clerk.task(process, "Task_ReleaseMinutes");
    });
    return told;
  }

  private Task task(Meeting meeting, String key) {
    return clerk.task(meeting.processInstanceId(), key);
  }

  /** The period for submissions is over. */
  private Meeting submitted() {
    clerk.onDay(START);
    Organization body = world.body("Bauausschuss");
    world.member(body, "Petra Vorsitz", "Vorsitz", "vorsitz@stadt.example");
    Meeting meeting = meetings.plan(body, DAY, "15:30", MeetingKind.REGULAR);
    clerk.runDueJobs();
    request(meeting, "Beschlussvorlage", "0001/2026");
    request(meeting, "Mitteilung", "0002/2026");
    clerk.onDay(meeting.submissionUntil().toLocalDate().plusDays(1));
    return meeting;
  }

  private void request(Meeting meeting, String type, String reference) {
    agenda.request(meeting.id(),
        new ItemRequest(null, reference, type, "Radweg an der Uferstraße", true, null, null), null);
    clerk.runDueJobs();
  }

  private Meeting released() {
    Meeting meeting = submitted();
    clerk.complete(task(meeting, "Task_ReleaseAgenda"),
        Map.of("agendaChecked", true, "startTime", "15:30", "location", "Rathaus, Saal 1"));
    return meeting;
  }

  private String minutes() {
    clerk.onDay(MinutesWorld.DAY.plusDays(1));
    Organization body = world.body("Sozialausschuss");
    world.member(body, "Petra Vorsitz", "Vorsitz", "vorsitz@stadt.example");
    Meeting meeting = world.meeting(body, MinutesWorld.DAY, row -> {
      row.state = MeetingState.CLOSED;
      row.invitedOn = MinutesWorld.DAY.minusDays(20);
    });
    world.item(meeting, "Ö 1", "Sprachkurse in allen Stadtteilen", item -> {
      item.state = AgendaItemState.CONCLUDED;
      item.result = "ungeändert beschlossen";
      item.voteText = "einstimmig";
      item.resolution = "Es gibt Sprachkurse.";
    });
    world.item(meeting, "Ö 2", "Verschiedenes", item -> item.state = AgendaItemState.CONCLUDED);
    world.item(meeting, "N 1", "Kauf eines Grundstücks", item -> {
      item.state = AgendaItemState.CONCLUDED;
      item.result = "beschlossen";
    });
    return world.start("minutes", Map.of("meetingId", meeting.id));
  }

  private String drafted() {
    String process = minutes();
    clerk.complete(process, "Task_DraftMinutes", Map.of("opening", "Die Sitzung war beschlussfähig.", "closing",
        "Ende der Sitzung um 18:05 Uhr.", "remark", "Bitte Punkt 1 genau lesen."));
    return process;
  }
}
