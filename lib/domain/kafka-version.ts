/**
 * Kafka versions as a caller may name them: Apache's exact numbers, and MSK's names, which float over patch levels
 * (`4.1.x.kraft`). On MSK the suffix `.kraft` chooses KRaft; a 3.x name without it means ZooKeeper mode.
 */

export const METADATA_MODES = ['KRAFT', 'ZOOKEEPER'] as const
export type MetadataMode = (typeof METADATA_MODES)[number]

/** Exact Apache releases Mosaik runs, newest first, each with the mode it runs in. */
export const KAFKA_RELEASES = {
  '4.3.1': 'KRAFT',
  '4.2.1': 'KRAFT',
  '4.1.2': 'KRAFT',
  '4.0.2': 'KRAFT',
  '3.9.2': 'KRAFT',
  '3.8.1': 'KRAFT',
  '2.8.2': 'ZOOKEEPER',
  '2.2.1': 'ZOOKEEPER',
  '1.1.1': 'ZOOKEEPER',
} as const satisfies Record<string, MetadataMode>
export type KafkaRelease = keyof typeof KAFKA_RELEASES

export const DEFAULT_KAFKA_VERSION = '4.3.1' satisfies KafkaRelease

/** MSK's own names that mean one of our releases. `2.2.1` and `1.1.1` are the same word on both sides. */
const MSK_NAMES = {
  '4.2.x.kraft': '4.2.1',
  '4.1.x.kraft': '4.1.2',
  '4.0.x.kraft': '4.0.2',
  '3.9.x.kraft': '3.9.2',
  '3.8.x.kraft': '3.8.1',
} as const satisfies Record<string, KafkaRelease>

/** MSK names that exist there but whose mode is not built here. */
const NOT_BUILT_NAMES = ['3.9.x', '3.8.x', '3.7.x']

/** MSK's own build of 2.8.2, the only one it has, is another Kafka than Apache's: it keeps old segments in S3. */
const TIERED_NAME = '2.8.2.tiered'

export type KafkaVersion = {
  /** As the caller names it and as it is echoed: `4.1.x.kraft` or `4.1.2`. */
  name: string
  release: KafkaRelease
  mode: MetadataMode
  /** MSK's word: DEPRECATED is past its end of support there; it still runs here. */
  status: 'ACTIVE' | 'DEPRECATED'
}

const status = (release: KafkaRelease): KafkaVersion['status'] =>
  KAFKA_RELEASES[release] === 'ZOOKEEPER' ? 'DEPRECATED' : 'ACTIVE'

const version = (name: string, release: KafkaRelease): KafkaVersion => ({
  name,
  release,
  mode: KAFKA_RELEASES[release],
  status: status(release),
})

export const isKafkaRelease = (name: string): name is KafkaRelease => Object.hasOwn(KAFKA_RELEASES, name)

/** Every name a cluster can be created with: Apache's numbers first, newest first, then MSK's names. */
export const KAFKA_VERSIONS: readonly KafkaVersion[] = [
  ...Object.keys(KAFKA_RELEASES)
    .filter(isKafkaRelease)
    .map((release) => version(release, release)),
  ...Object.entries(MSK_NAMES).map(([name, release]) => version(name, release)),
]

export const findKafkaVersion = (name: string): KafkaVersion | undefined =>
  KAFKA_VERSIONS.find((candidate) => candidate.name === name)

/** Why a version name cannot be used, as MSK words it where MSK has a word. Null when it can. */
export function kafkaVersionProblem(name: string): string | null {
  if (findKafkaVersion(name)) return null
  if (NOT_BUILT_NAMES.includes(name)) {
    return `Kafka version ${name} means ZooKeeper mode, which Mosaik runs only for 2.8.2, 2.2.1 and 1.1.1. Use ${name}.kraft for KRaft mode.`
  }
  if (name === TIERED_NAME) {
    return `Kafka version ${name} is MSK's own build with tiered storage, which Mosaik does not have. Use 2.8.2, which is Apache's.`
  }
  const names = KAFKA_VERSIONS.map((candidate) => candidate.name).join(', ')
  return `Unsupported KafkaVersion [${name}]. Valid values: [${names}]`
}

/** Compares `4.1.2` with `3.9.2` by number. Negative when `left` is older. */
export function compareReleases(left: string, right: string): number {
  const [a, b] = [left, right].map((release) => release.split('.').map(Number))
  for (let index = 0; index < 3; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

export const isAtLeast = (release: string, floor: string): boolean => compareReleases(release, floor) >= 0
