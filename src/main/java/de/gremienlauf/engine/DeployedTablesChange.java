package de.gremienlauf.engine;

import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Once models have been deployed or removed on this node, other versions of decision tables may be the latest. */
class DeployedTablesChange extends CommandInterceptor {

  private final SharedMemory<String, String> latestTables;

  DeployedTablesChange(SharedMemory<String, String> latestTables) {
    this.latestTables = latestTables;
  }

  @Override
  public <T> T execute(Command<T> command) {
    T result = next.execute(command);
    if (command instanceof DeployCmd || command instanceof DeleteDeploymentCmd) {
      latestTables.changed();
    }
    return result;
  }
}
