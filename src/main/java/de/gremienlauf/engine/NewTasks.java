package de.gremienlauf.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/** Of a task that is not stored yet the database knows nothing: neither variables nor who may see it. */
final class NewTasks {

  private NewTasks() {
  }

  private static boolean isNew(String taskId) {
    CachedDbEntity task = Context.getCommandContext().getDbEntityManager().getDbEntityCache()
        .getCachedEntity(TaskEntity.class, taskId);
    return task != null && task.getEntityState() == DbEntityState.TRANSIENT;
  }

  /** Reads the variables of tasks. */
  static SessionFactory variables() {
    return new EngineSessions(VariableInstanceManager.class, Variables::new);
  }

  /** Variables of tasks; of a new one those alone that were set in this transaction, which its task keeps itself. */
  private static final class Variables extends VariableInstanceManager {

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskId(String taskId) {
      return isNew(taskId) ? List.of() : super.findVariableInstancesByTaskId(taskId);
    }
  }

  /** Lets those see a task whom it is for. */
  static class Authorizations extends DefaultAuthorizationProvider {

    @Override
    protected AuthorizationEntity getGrantAuthorizationByUserId(String userId, Resource resource, String resourceId) {
      return resource == Resources.TASK && isNew(resourceId) ? null
          : super.getGrantAuthorizationByUserId(userId, resource, resourceId);
    }

    @Override
    protected AuthorizationEntity getGrantAuthorizationByGroupId(String groupId, Resource resource,
        String resourceId) {
      return resource == Resources.TASK && isNew(resourceId) ? null
          : super.getGrantAuthorizationByGroupId(groupId, resource, resourceId);
    }
  }
}
