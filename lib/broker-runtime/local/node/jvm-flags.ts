import type { NodeSpecification } from '@/lib/domain/node'

export type JvmSurroundings = {
  /** Feature version of the Java that runs the node. */
  feature: number
  /** Class-data archive to start from; null starts without. */
  archive: string | null
}

/**
 * Flags of one node's JVM. `lab` is made small and quick to start: one collector thread and the first compiler only. `server` is what Kafka's own scripts set.
 */
export function jvmFlags(jvm: NodeSpecification['jvm'], { feature, archive }: JvmSurroundings): string[] {
  return [
    `-Xms${jvm.heapMinMiB}m`,
    `-Xmx${jvm.heapMaxMiB}m`,
    ...(jvm.profile === 'lab' ? LAB : SERVER),
    ...ALWAYS,
    ...(archive ? ['-Xshare:auto', `-XX:SharedArchiveFile=${archive}`] : []),
    ...(archive && jvm.profile === 'lab' && feature >= 17 ? ARCHIVE_IN_PLACE : []),
    ...(feature >= 24 ? SINCE_JAVA_24 : []),
  ]
}

const LAB = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

/**
 * Since Java 17 an archive is mapped at a random address, for hardening, and every pointer in it is rewritten: 30 MB
 * that each node then has for itself. At the archive's own address all nodes share them: six nodes take 510 MB
 * instead of 700. A server keeps the hardening.
 */
const ARCHIVE_IN_PLACE = ['-XX:+UnlockDiagnosticVMOptions', '-XX:ArchiveRelocationMode=0']

const SERVER = [
  '-XX:+UseG1GC',
  '-XX:MaxGCPauseMillis=20',
  '-XX:InitiatingHeapOccupancyPercent=35',
  '-XX:+ExplicitGCInvokesConcurrent',
  '-XX:MaxInlineLevel=15',
]

/**
 * Java 24 warns on each start about what Kafka's libraries have always done, and, with an agent, about a part of the
 * archive that it cannot use.
 */
const SINCE_JAVA_24 = [
  '--enable-native-access=ALL-UNNAMED',
  '--sun-misc-unsafe-memory-access=allow',
  '-Xlog:cds=off',
]

const ALWAYS = [
  '-server',
  '-XX:-UsePerfData',
  // A broker that is out of memory must end and be started again, not linger half alive.
  '-XX:+ExitOnOutOfMemoryError',
  '-XX:ErrorFile=logs/hs_err_%p.log',
  '-Djava.awt.headless=true',
  // Log times are read back: they must not depend on where the machine stands.
  '-Duser.timezone=UTC',
]
