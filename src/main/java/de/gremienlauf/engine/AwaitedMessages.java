package de.gremienlauf.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/**
 * Jobs; the engine receives messages at once and signals alone by a job, so that none has to be looked for when
 * something no longer waits for a message.
 */
final class AwaitedMessages extends JobManager {

  @Override
  public List<JobEntity> findJobsByConfiguration(String handler, String configuration, String tenantId) {
    return ProcessEventJobHandler.TYPE.equals(handler) && isMessage(configuration) ? List.of()
        : super.findJobsByConfiguration(handler, configuration, tenantId);
  }

  private boolean isMessage(String subscriptionId) {
    CachedDbEntity cached = getDbEntityManager().getDbEntityCache()
        .getCachedEntity(EventSubscriptionEntity.class, subscriptionId);
    return cached != null && cached.getEntity() instanceof EventSubscriptionEntity subscription
        && EventType.MESSAGE.name().equals(subscription.getEventType());
  }

  /** Opens the jobs of a transaction. */
  static SessionFactory factory() {
    return new EngineSessions(JobManager.class, AwaitedMessages::new);
  }
}
