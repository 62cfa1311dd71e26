package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Times of a project that are known only roughly. They are kept as they were said; no day is made up. */
@Service
@Transactional
public class ProjectDates {

  private final ProjectDateRepository dates;
  private final FundedProjectRepository projects;
  private final ProjectHistory history;

  ProjectDates(ProjectDateRepository dates, FundedProjectRepository projects, ProjectHistory history) {
    this.dates = dates;
    this.projects = projects;
    this.history = history;
  }

  /**
   * Keeps when something is expected to happen. Returns the entry's id.
   *
   * @param label what happens then
   * @param asSaid e.g. "voraussichtlich im Januar 2020"
   * @param assumed whether it is assumed
   */
  public Long add(Long projectId, String label, String asSaid, boolean assumed) {
    projects.required(projectId);
    if (label == null || label.isBlank() || asSaid == null || asSaid.isBlank()) {
      throw new BusinessException("Bitte geben Sie an, was wann geschehen soll.");
    }
    FuzzyDate read = FuzzyDate.read(asSaid);
    ProjectDate added = dates.save(new ProjectDate(null, projectId, label.strip(), read.asSaid(), read.earliest(),
        read.latest(), assumed));
    history.add(projectId, added.label() + ": " + added.asSaid() + (assumed ? " (angenommen)." : "."));
    return added.id();
  }

  /** Takes an entry back. */
  public void remove(Long dateId) {
    ProjectDate removed = dates.findById(dateId)
        .orElseThrow(() -> BusinessException.unknown("Diese Angabe gibt es nicht (mehr)."));
    dates.delete(removed);
    history.add(removed.projectId(), "Angabe entfernt: " + removed.label() + ", " + removed.asSaid() + ".");
  }

  List<ProjectDate> of(Long projectId) {
    return dates.findByProjectIdOrderById(projectId);
  }
}
