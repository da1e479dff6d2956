import type { LoggingBackend, ReleaseFacts } from './catalogue'
import type { Java } from './java'

/**
 * Jars a JVM can be started with. The order of the class path is part of the archive's identity; the agent's jar stands
 * at its end, because an archive only holds classes of the class path.
 */
export type RunnableJars = {
  release: string
  classPath: readonly string[]
  archive: string | null
  /** Path of the metrics agent's jar; null where it could not be had. */
  agent: string | null
  logging: LoggingBackend
}

/** All that is needed to start nodes of one release. */
export type ReadyRelease = {
  facts: ReleaseFacts
  java: Java
  kafka: RunnableJars
  /** Jars of ZooKeeper servers, for releases that need them. */
  zookeeper: RunnableJars | null
  /** Formatted metadata a new controller begins with; null for releases without controllers. */
  bootstrapCheckpoint: string | null
  /** What this release has to do without, and why: one sentence each. */
  without: readonly string[]
}
