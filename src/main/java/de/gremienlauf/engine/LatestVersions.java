package de.gremienlauf.engine;

import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * Which version of a process or of a decision table is the latest, for those who begin one, without asking for it in
 * each transaction. Who deploys the next version asks the database: two nodes may not give the same number.
 */
final class LatestVersions {

  private LatestVersions() {
  }

  static SessionFactory tables(SharedMemory<String, String> latest) {
    return new EngineSessions(DecisionDefinitionManager.class, () -> new Tables(latest));
  }

  static SessionFactory processes(SharedMemory<String, String> latest) {
    return new EngineSessions(ProcessDefinitionManager.class, () -> new Processes(latest));
  }

  private static final class Tables extends DecisionDefinitionManager {

    private final SharedMemory<String, String> latest;

    private Tables(SharedMemory<String, String> latest) {
      this.latest = latest;
    }

    /** What tasks ask; a deployment asks {@link #findLatestDecisionDefinitionByKeyAndTenantId}. */
    @Override
    public DecisionDefinitionEntity findLatestDefinitionByKeyAndTenantId(String key, String tenantId) {
      if (tenantId != null) {
        return super.findLatestDefinitionByKeyAndTenantId(key, tenantId);
      }
      String id = latest.get(key, () -> {
        DecisionDefinitionEntity found = super.findLatestDefinitionByKeyAndTenantId(key, null);
        return found == null ? null : found.getId();
      });
      DecisionDefinitionEntity known = id == null ? null : findDecisionDefinitionById(id);
      return known != null ? known : super.findLatestDefinitionByKeyAndTenantId(key, null);
    }
  }

  private static final class Processes extends ProcessDefinitionManager {

    private final SharedMemory<String, String> latest;

    private Processes(SharedMemory<String, String> latest) {
      this.latest = latest;
    }

    @Override
    public ProcessDefinitionEntity findLatestProcessDefinitionByKey(String key) {
      String id = latest.get(key, () -> {
        ProcessDefinitionEntity found = super.findLatestProcessDefinitionByKey(key);
        return found == null ? null : found.getId();
      });
      ProcessDefinitionEntity known = id == null ? null : findLatestProcessDefinitionById(id);
      return known != null ? known : super.findLatestProcessDefinitionByKey(key);
    }
  }
}
