package de.gremienlauf.deadline.web;

import de.gremienlauf.deadline.process.DatedTasks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** When a task is due and how that day came about; for everybody who may see the task. */
@RestController
class TaskDeadlineController {

  private final DatedTasks tasks;

  TaskDeadlineController(DatedTasks tasks) {
    this.tasks = tasks;
  }

  @GetMapping("/api/tasks/{taskId}/deadline")
  DatedTasks.Dates deadline(@PathVariable String taskId) {
    return tasks.of(taskId);
  }
}
