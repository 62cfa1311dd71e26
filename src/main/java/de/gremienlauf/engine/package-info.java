/**
 * The process engine: its configuration, its clock, its models, and the support that every module's process code shares
 * (typed variables, form handlers, decision tables, messages). Everybody may use this module.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Engine", allowedDependencies = {})
package de.gremienlauf.engine;
