package de.gremienlauf.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/** Incidents of failed jobs; a job that has never failed has none, and nobody has to look for it. */
class FailedJobs extends DefaultIncidentHandler {

  FailedJobs() {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
  }

  @Override
  protected void removeIncident(IncidentContext context, boolean resolved) {
    if (!neverFailed(context.getConfiguration())) {
      super.removeIncident(context, resolved);
    }
  }

  private static boolean neverFailed(String jobId) {
    CachedDbEntity cached = Context.getCommandContext().getDbEntityManager().getDbEntityCache()
        .getCachedEntity(JobEntity.class, jobId);
    return cached != null && cached.getEntity() instanceof JobEntity job && job.getRetries() > 0
        && job.getExceptionMessage() == null && job.getExceptionByteArrayId() == null;
  }
}
