package de.gremienlauf.replay;

import java.util.ArrayList;
import java.util.List;

/** A case that has been driven through the models: which paper it became and which station each entry. */
class DrivenCase {

  final RecordedCase recorded;
  final Long paperId;
  final List<PlannedEntry> entries;
  final List<Long> stations = new ArrayList<>();
  final List<ReplayReport.Warning> warnings;
  final boolean deadlinesEnforced;
  int interventions;

  DrivenCase(RecordedCase recorded, Long paperId, List<PlannedEntry> entries, List<ReplayReport.Warning> warnings,
      boolean deadlinesEnforced) {
    this.recorded = recorded;
    this.paperId = paperId;
    this.entries = entries;
    this.warnings = warnings;
    this.deadlinesEnforced = deadlinesEnforced;
  }

  void warn(String code, String message) {
    warnings.add(new ReplayReport.Warning(code, message));
  }
}
