/**
 * The workflow engine and everything that keeps it honest: its configuration, the guard that reads every model before it
 * is stored, the deployer of the packed models, the revisions of a scheme, and the narrow API ({@link
 * cn.baosong.engine.Flow}, {@link cn.baosong.engine.Step}, {@link cn.baosong.engine.WaitingTaskObserver}) by which
 * features start, move and follow a process. The engine's own API is imported here and in {@code process} packages only.
 */
package cn.baosong.engine;
