import { findKafkaVersion, KAFKA_RELEASES, type KafkaRelease, isKafkaRelease } from '../kafka-version'

/** The releases behind names of versions, each once. Names nobody knows any more are left out. */
export const releasesOf = (versions: readonly string[]): readonly KafkaRelease[] => [
  ...new Set(versions.flatMap((name) => findKafkaVersion(name)?.release ?? [])),
]

/** Those, or all there are: a configuration without versions is meant for any. */
export function releasesMeant(versions: readonly string[]): readonly KafkaRelease[] {
  const releases = releasesOf(versions)
  return releases.length > 0 ? releases : Object.keys(KAFKA_RELEASES).filter(isKafkaRelease)
}
