package de.gremienlauf.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A story that has been driven through the models: what its projects and papers became. */
class DrivenStory {

  final ProjectStory story;
  final String municipality;
  /** The keys of the projects by their ids. */
  final Map<Long, String> projects = new LinkedHashMap<>();
  /** The papers by the events that tell of them. */
  final Map<StoryEvent, Long> papers = new LinkedHashMap<>();
  final List<ReplayReport.Warning> warnings = new ArrayList<>();
  /** Days as they were computed on the way. */
  final List<StoryReport.PeriodLine> periods = new ArrayList<>();
  /** What of the story could not happen. */
  final List<StoryReport.DeviationLine> deviations = new ArrayList<>();

  DrivenStory(ProjectStory story, String municipality) {
    this.story = story;
    this.municipality = municipality;
  }

  /** The id of the project that has this key; null stands for the first. */
  Long project(String key) {
    String wanted = key == null ? story.project().key() : key;
    return projects.entrySet().stream().filter(entry -> entry.getValue().equals(wanted)).map(Map.Entry::getKey)
        .findFirst().orElseThrow(() -> new IllegalStateException("The project " + wanted + " has not begun yet"));
  }

  void warn(String code, String message) {
    warnings.add(new ReplayReport.Warning(code, message));
  }
}
