package de.gremienlauf.substitution;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface DeputyTaskRepository extends ListCrudRepository<DeputyTask, Long> {

  List<DeputyTask> findByEndedAtIsNull();

  List<DeputyTask> findByTaskIdAndEndedAtIsNull(String taskId);

  List<DeputyTask> findByProcessInstanceIdOrderById(String processInstanceId);
}
