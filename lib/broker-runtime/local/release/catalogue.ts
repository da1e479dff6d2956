/**
 * What this driver knows about each Apache release it runs: where its jars are, what must be added or pinned, and
 * which Javas can run it. Facts of Kafka's own poms, checked by starting each release.
 */

export type Pin = { groupId: string; artifactId: string; version: string }
export type LoggingBackend = 'log4j2' | 'reload4j'

export type ReleaseFacts = {
  release: string
  scala: '2.12' | '2.13'
  mode: 'KRAFT' | 'ZOOKEEPER'
  /** Kafka's poms never bring a logging backend: without one a node is silent, or does not start. */
  logging: { backend: 'log4j2'; version: string } | { backend: 'reload4j' }
  /** Feature versions of Java, both included. */
  java: { from: number; to: number }
  pins: readonly Pin[]
}

const kraft = (release: string, log4jVersion: string): ReleaseFacts => ({
  release,
  scala: '2.13',
  mode: 'KRAFT',
  logging: { backend: 'log4j2', version: log4jVersion },
  java: { from: 17, to: 25 },
  pins: [],
})

/** Java 24 removed the security manager, which releases before 4.0 call: 23 is their last Java. */
const LAST_JAVA_BEFORE_4 = 23

const olderKraft = (release: string): ReleaseFacts => ({
  release,
  scala: '2.13',
  mode: 'KRAFT',
  logging: { backend: 'reload4j' },
  java: { from: 11, to: LAST_JAVA_BEFORE_4 },
  pins: [],
})

const zookeeperEra = (
  release: string,
  scala: ReleaseFacts['scala'],
  pins: readonly Pin[] = [],
): ReleaseFacts => ({
  release,
  scala,
  mode: 'ZOOKEEPER',
  logging: { backend: 'reload4j' },
  java: { from: 11, to: LAST_JAVA_BEFORE_4 },
  pins,
})

const RELEASES: readonly ReleaseFacts[] = [
  kraft('4.3.1', '2.25.4'),
  kraft('4.2.1', '2.25.4'),
  kraft('4.1.2', '2.25.3'),
  kraft('4.0.2', '2.25.3'),
  olderKraft('3.9.2'),
  olderKraft('3.8.1'),
  zookeeperEra('2.8.2', '2.13'),
  // The ZooKeeper client 3.4.13 that 2.2.1 asks for takes a host name out of a text that Java 14 changed, and never
  // connects; 3.4.12 has the same interface and is not affected.
  zookeeperEra('2.2.1', '2.12', [
    { groupId: 'org.apache.zookeeper', artifactId: 'zookeeper', version: '3.4.12' },
  ]),
  zookeeperEra('1.1.1', '2.12'),
]

/** ZooKeeper servers of old clusters run the newest ZooKeeper that any of our releases brings. */
export const ZOOKEEPER_SERVER_RELEASE = '3.9.2'

export const LOCAL_RELEASES: readonly string[] = RELEASES.map(({ release }) => release)

/** Those whose clusters have ZooKeeper servers. */
export const ZOOKEEPER_RELEASES: readonly string[] = RELEASES.filter(({ mode }) => mode === 'ZOOKEEPER').map(
  ({ release }) => release,
)

export const findRelease = (release: string): ReleaseFacts | undefined =>
  RELEASES.find((candidate) => candidate.release === release)
