package de.gremienlauf.replay;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.NoticeDeadlines;
import de.gremienlauf.funding.NoticeDetails;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.ProofsOfUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The days that the application computes for the projects of a story, each with its explanation. */
@Component
class StoryPeriods {

  private final Notices notices;
  private final ProofsOfUse proofs;

  StoryPeriods(Notices notices, ProofsOfUse proofs) {
    this.notices = notices;
    this.proofs = proofs;
  }

  /** Keeps when the proof of use is due as of today: a later notice may move that. */
  void keepProofDue(DrivenStory driven, Long project, LocalDate today) {
    proofs.due(project).ifPresent(due -> driven.periods.add(line(driven, project,
        "Verwendungsnachweis, Stand " + GermanDate.print(today), due, "funded_project " + project)));
  }

  /** What was kept on the way, and the deadlines of all notices. */
  List<StoryReport.PeriodLine> of(DrivenStory driven) {
    List<StoryReport.PeriodLine> periods = new ArrayList<>();
    for (Long project : driven.projects.keySet()) {
      for (NoticeDetails notice : notices.of(project)) {
        NoticeDeadlines days = notices.deadlines(notice.id());
        String where = "funding_notice " + notice.id();
        periods.add(line(driven, project, notice.title() + ": Bekanntgabe", days.notified(), where));
        periods.add(line(driven, project, notice.title() + ": Ende der Rechtsbehelfsfrist", days.appealUntil(), where));
        periods.add(line(driven, project, notice.title() + ": Bestandskraft", days.finalFrom(), where));
      }
    }
    periods.addAll(driven.periods);
    return periods;
  }

  private static StoryReport.PeriodLine line(DrivenStory driven, Long project, String period, ExplainedDate day,
      String where) {
    return new StoryReport.PeriodLine(driven.projects.get(project), period, day.date(), day.steps(), day.ground(),
        where);
  }
}
