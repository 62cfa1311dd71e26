package de.gremienlauf.engine;

/**
 * A task that somebody has to do.
 *
 * @param key the task's id in its model, e.g. Task_Draft
 * @param processInstanceId the instance it belongs to, which may have been called by others
 */
public record OpenTask(String id, String key, String processInstanceId) {
}
