package de.gremienlauf.replay;

/** Something recorded that can be replayed: the run of one paper, or the story of a funded project. */
sealed interface Recorded permits RecordedCase, ProjectStory {

  String id();
}
