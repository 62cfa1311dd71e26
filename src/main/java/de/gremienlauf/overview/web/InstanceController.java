package de.gremienlauf.overview.web;

import de.gremienlauf.overview.process.InstanceCourse;
import de.gremienlauf.overview.process.InstancePapers;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.planning.PlannedDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the tabs of a process instance in Cockpit show; the engine says who may see the instance. */
@RestController
@RequestMapping("/api/process-instances/{instanceId}")
class InstanceController {

  private final InstancePapers papers;
  private final InstanceCourse course;
  private final PlannedDays planned;
  private final PaperAccess access;

  InstanceController(InstancePapers papers, InstanceCourse course, PlannedDays planned, PaperAccess access) {
    this.planned = planned;
    this.access = access;
    this.papers = papers;
    this.course = course;
  }

  /**
   * The paper that an instance is about.
   *
   * @param planned the days that were planned when the sequence was confirmed, by station; empty for a person who may
   *     not read the paper
   */
  record PaperOf(Long paperId, Map<Long, LocalDate> planned) {
  }

  @GetMapping("/paper")
  PaperOf paper(@PathVariable String instanceId) {
    Long paperId = papers.paperOf(instanceId);
    return new PaperOf(paperId, access.mayRead(paperId) ? planned.of(paperId) : Map.of());
  }

  @GetMapping("/course")
  List<InstanceCourse.Step> course(@PathVariable String instanceId) {
    return course.of(instanceId);
  }
}
