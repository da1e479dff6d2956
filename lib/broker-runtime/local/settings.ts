import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Where the local driver keeps things, and what it may use instead of fetching. Folder names are absolute. */
export type LocalSettings = {
  /** MOSAIK_HOME: clusters live below it. */
  home: string
  /** Fetched jars, archives and formatted checkpoints: nothing here is missed when it is deleted. */
  cache: string
  /** A directory with unpacked Kafka releases to use instead of Maven Central. */
  kafkaDist: string | null
  /** Java homes to choose from; empty means `java` on the PATH. */
  javaHomes: readonly string[]
  /** Class-data archives can be switched off to compare start-up times. */
  archive: boolean
}

export function localSettings(home: string, environment: NodeJS.ProcessEnv): LocalSettings {
  const xdgCache = environment['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return {
    home,
    cache: join(xdgCache, 'mosaik'),
    kafkaDist: environment['MOSAIK_KAFKA_DIST'] || null,
    javaHomes: (environment['MOSAIK_JAVA_HOME'] ?? '').split(delimiter).filter(Boolean),
    archive: environment['MOSAIK_ARCHIVE'] !== 'off',
  }
}
