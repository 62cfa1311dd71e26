package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Council;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** The model {@code notification-duty}. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class DutyTest {

  private static final LocalDate DAY = LocalDate.of(2018, 6, 4);
  private static final String TELL = "Task_TellAuthority";

  @Autowired ProjectWorld world;
  @Autowired Duties duties;
  @Autowired NotificationDutyRepository rows;
  @Autowired Projects projects;
  @Autowired ProjectHistory history;
  @Autowired Council council;
  @Autowired Clerk clerk;

  @BeforeEach
  void begin() {
    clerk.onDay(DAY);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  @Test
  void authorityIsToldAtOnce() {
    Long project = world.stored(world.city());
    Long duty = duties.arise(project, DutyKind.MORE_FUNDING, LocalDate.of(2018, 6, 1), "Eine Stiftung zahlt mit.");
    String process = rows.findById(duty).orElseThrow().processInstanceId();
    Task task = clerk.task(process, TELL);
    assertThat(EngineClock.dayOf(task.getDueDate())).isEqualTo(DAY);
    assertThat(clerk.fields(task)).containsEntry("dutyKind", "weitere Zuwendungen oder Mittel Dritter")
        .containsEntry("noticedOn", "01.06.2018").containsEntry("matter", "Eine Stiftung zahlt mit.");
    Map<Map<String, Object>, String> refused = new HashMap<>();
    refused.put(Map.of("toldHow", "Brief"), "wann und wie");
    refused.put(Map.of("toldOn", "04.06.2018"), "wann und wie");
    refused.put(Map.of("toldOn", "31.05.2018", "toldHow", "Brief"), "außerhalb");
    refused.put(Map.of("toldOn", "05.06.2018", "toldHow", "Brief"), "außerhalb");
    refused.put(Map.of("toldOn", "gestern", "toldHow", "Brief"), "kein gültiges Datum");
    refused.forEach((entered, message) -> assertThatThrownBy(() -> clerk.complete(task, entered))
        .as("%s", entered).isInstanceOf(BusinessException.class).hasMessageContaining(message));
    clerk.complete(task, Map.of("toldOn", "04.06.2018", "toldHow", "Schreiben vom selben Tag"));

    assertThat(clerk.instance(process)).isNull();
    assertThat(duties.get(duty).told()).isEqualTo("04.06.2018, Schreiben vom selben Tag");
    assertThat(history.of(project)).extracting(ProjectEvent::description).contains("Bewilligungsbehörde am 04.06.2018"
        + " unterrichtet (Schreiben vom selben Tag): Eine Stiftung zahlt mit.");
  }

  @Test
  void startFormStoresTheDuty() {
    String number = projects.head(projects.create(ProjectWorld.project(council.ownMunicipality(), null))).number();
    ProcessInstance instance = clerk.start("notification-duty", Map.of("project", number, "kind", "PURPOSE_CHANGED",
        "matter", "Die Zielgruppe ist eine andere."));
    assertThat(instance.getBusinessKey()).isEqualTo(number);
    assertThat(clerk.fields(clerk.task(instance.getId(), TELL))).containsEntry("noticedOn", "04.06.2018");
    Map<Map<String, Object>, String> refused = new HashMap<>();
    refused.put(Map.of("kind", "PURPOSE_CHANGED", "matter", "x"), "Nummer des Förderprojekts");
    refused.put(Map.of("project", "FP-1", "kind", "PURPOSE_CHANGED", "matter", "x"), "gibt es nicht");
    refused.put(Map.of("project", number, "matter", "x"), "mitzuteilen");
    refused.put(Map.of("project", number, "kind", "SOMETHING", "matter", "x"), "keine der angebotenen");
    refused.put(Map.of("project", number, "kind", "INSOLVENCY"), "mitzuteilen");
    refused.put(Map.of("project", number, "kind", "INSOLVENCY", "matter", "x", "noticedOn", "05.06.2018"), "Zukunft");
    refused.put(Map.of("project", number, "kind", "INSOLVENCY", "matter", "x", "more", "y"), "more");
    refused.forEach((entered, message) -> assertThatThrownBy(() -> clerk.start("notification-duty", entered))
        .as("%s", entered).isInstanceOf(BusinessException.class).hasMessageContaining(message));
  }

  @Test
  void unknownDutyIsNamed() {
    assertThatThrownBy(() -> duties.get(-1L)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("gibt es nicht");
    assertThatThrownBy(() -> duties.arise(-1L, DutyKind.INSOLVENCY, null, "x")).isInstanceOf(BusinessException.class);
  }
}
