package de.gremienlauf.substitution.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.substitution.Absence;
import de.gremienlauf.substitution.AbsenceChoices;
import de.gremienlauf.substitution.AbsenceEntry;
import de.gremienlauf.substitution.AbsenceRefused;
import de.gremienlauf.substitution.Absences;
import de.gremienlauf.substitution.Chain;
import de.gremienlauf.substitution.Represented;
import de.gremienlauf.substitution.Substitutions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calendar of absences, for everybody who is logged in: colleagues have to know who acts. */
@RestController
@RequestMapping("/api/absences")
class AbsenceController {

  private final Absences absences;
  private final Substitutions substitutions;
  private final UserNames names;
  private final CurrentUser user;
  private final Clock clock;

  AbsenceController(Absences absences, Substitutions substitutions, UserNames names, CurrentUser user, Clock clock) {
    this.absences = absences;
    this.substitutions = substitutions;
    this.names = names;
    this.user = user;
    this.clock = clock;
  }

  /**
   * One line of the calendar.
   *
   * @param acting who acts in the end; null for nobody
   */
  record Line(Long id, Chain chain, String chainLabel, String person, String personName, String deputy,
      String deputyName, String scope, String scopeName, String acting, LocalDate firstDay, LocalDate lastDay,
      boolean current, boolean mayChange) {
  }

  /**
   * The calendar.
   *
   * @param represented for whom the reader acts today
   */
  record Calendar(String user, List<Line> absences, List<String> represented) {
  }

  @GetMapping
  Calendar calendar() {
    LocalDate today = LocalDate.now(clock);
    return new Calendar(user.id(), absences.list().stream().map(absence -> line(absence, today)).toList(),
        substitutions.representedBy(user.id(), today).stream().map(Represented::person).distinct().map(names::of)
            .toList());
  }

  private Line line(Absence absence, LocalDate today) {
    Absences.Named named = absences.named(absence);
    return new Line(absence.id(), absence.chain(), absence.chain().label(), absence.person(), named.person(),
        absence.deputy(), named.deputy(), absence.scope(), named.scope(), named.acting(), absence.firstDay(),
        absence.lastDay(), absence.contains(today), absences.mayChange(absence));
  }

  /** Who may be chosen. */
  @GetMapping("/choices")
  AbsenceChoices choices(@RequestParam Chain chain) {
    return absences.choices(chain);
  }

  /** In which groups or bodies a person may be represented. */
  @GetMapping("/scopes")
  List<AbsenceChoices.Choice> scopes(@RequestParam Chain chain, @RequestParam String person) {
    return absences.scopes(chain, person);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void enter(@RequestBody Map<String, Object> entered) {
    absences.enter(entry(entered));
  }

  @PutMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(@PathVariable Long id, @RequestBody Map<String, Object> entered) {
    absences.requireChangeable(id);
    absences.change(id, entry(entered));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable Long id) {
    absences.revoke(id);
  }

  private static AbsenceEntry entry(Map<String, Object> entered) {
    FormData form = new FormData(entered);
    Chain chain = form.choice("chain", "Bereich", Chain.class);
    return new AbsenceEntry(chain == null ? Chain.ADMINISTRATION : chain, form.requiredText("person", "Wer ist abwesend?"),
        form.text("deputy", "Vertretung"), form.text("scope", "Gilt für"), day(form, "firstDay", "Erster Tag"),
        day(form, "lastDay", "Letzter Tag"));
  }

  private static LocalDate day(FormData form, String key, String label) {
    LocalDate day = form.day(key, label);
    if (day == null) {
      throw new BusinessException("Bitte füllen Sie „" + label + "“ aus.");
    }
    return day;
  }

  /** Besides the sentence, where the mistake was made. */
  @ExceptionHandler
  ResponseEntity<Map<String, String>> refused(AbsenceRefused e) {
    String[] words = e.part().name().toLowerCase(Locale.ROOT).split("_");
    return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(Map.of("message", e.getMessage(),
        "field", words.length == 1 ? words[0] : words[0] + "Day"));
  }
}
