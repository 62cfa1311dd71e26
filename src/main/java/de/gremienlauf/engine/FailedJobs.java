package de.gremienlauf.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Incidents of failed jobs; a job that has never failed has none, and nobody has to look for it. One that somebody
 * stopped has one without having failed: it is told so.
 */
class FailedJobs extends DefaultIncidentHandler {

  FailedJobs() {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
  }

  @Override
  public Incident handleIncident(IncidentContext context, String message) {
    JobEntity job = job(context.getConfiguration());
    if (job != null && job.getExceptionMessage() == null && job.getExceptionByteArrayId() == null) {
      job.setExceptionMessage("Wiederholungen von Hand auf 0 gesetzt.");
    }
    return super.handleIncident(context, message);
  }

  @Override
  protected void removeIncident(IncidentContext context, boolean resolved) {
    if (!neverFailed(context.getConfiguration())) {
      super.removeIncident(context, resolved);
    }
  }

  private static boolean neverFailed(String jobId) {
    JobEntity job = job(jobId);
    return job != null && job.getRetries() > 0 && job.getExceptionMessage() == null
        && job.getExceptionByteArrayId() == null;
  }

  /** A job as this transaction has it; null if it has not read it. */
  private static JobEntity job(String id) {
    CachedDbEntity cached = Context.getCommandContext().getDbEntityManager().getDbEntityCache()
        .getCachedEntity(JobEntity.class, id);
    return cached == null ? null : (JobEntity) cached.getEntity();
  }
}
