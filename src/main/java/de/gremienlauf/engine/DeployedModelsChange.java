package de.gremienlauf.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Once models have been deployed or removed on this node, other versions of them may be the latest. */
class DeployedModelsChange extends CommandInterceptor {

  private final List<SharedMemory<String, String>> latest;

  DeployedModelsChange(List<SharedMemory<String, String>> latest) {
    this.latest = latest;
  }

  @Override
  public <T> T execute(Command<T> command) {
    T result = next.execute(command);
    if (command instanceof DeployCmd || command instanceof DeleteDeploymentCmd) {
      latest.forEach(SharedMemory::changed);
    }
    return result;
  }
}
