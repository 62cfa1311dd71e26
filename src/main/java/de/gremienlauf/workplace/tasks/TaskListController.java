package de.gremienlauf.workplace.tasks;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list in which several tasks are worked on at once; each answer says what became of each task. */
@RestController
@RequestMapping("/api/my-tasks")
class TaskListController {

  private final TaskLists lists;

  TaskListController(TaskLists lists) {
    this.lists = lists;
  }

  record Chosen(List<String> tasks, String colleague, String due, String reason) {
  }

  @GetMapping
  TaskLists.Listed list() {
    return lists.list();
  }

  @GetMapping("/colleagues")
  List<TaskLists.Colleague> colleagues(@RequestParam(defaultValue = "") List<String> task) {
    return lists.colleagues(task);
  }

  @PostMapping("/claim")
  List<TaskLists.Outcome> claim(@RequestBody Chosen chosen) {
    return lists.claim(chosen.tasks());
  }

  @PostMapping("/assign")
  List<TaskLists.Outcome> assign(@RequestBody Chosen chosen) {
    return lists.assign(chosen.tasks(), chosen.colleague());
  }

  @PostMapping("/due")
  List<TaskLists.Outcome> due(@RequestBody Chosen chosen) {
    return lists.due(chosen.tasks(), chosen.due(), chosen.reason());
  }
}
