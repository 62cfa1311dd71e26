package de.gremienlauf.substitution;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface DeputyTaskRepository extends ListCrudRepository<DeputyTask, Long> {

  List<DeputyTask> findByEndedAtIsNull();

  @Query("select * from deputy_task where task_id = :task and ended_at is null")
  List<DeputyTask> findOpen(String task);

  List<DeputyTask> findByProcessInstanceIdOrderById(String processInstanceId);
}
