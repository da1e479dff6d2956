import type { ClusterSpecification } from './cluster'
import {
  changeConfiguration,
  withRestart,
  type ConfigurationChange,
  type Revision,
} from './configuration/configuration-change'
import {
  compareReleases,
  findKafkaVersion,
  KAFKA_VERSIONS,
  kafkaVersionProblem,
  type KafkaVersion,
} from './kafka-version'

/** Rolling upgrades: any newer release in KRaft mode, minors may be skipped (Kafka's own upgrade notes from 3.3 on). */

/** Versions that a cluster of this one can be upgraded to, by every name they have. */
export const upgradesOf = ({
  release,
  mode,
}: Pick<KafkaVersion, 'release' | 'mode'>): readonly KafkaVersion[] =>
  mode === 'ZOOKEEPER'
    ? []
    : KAFKA_VERSIONS.filter(
        (version) => version.mode === mode && compareReleases(version.release, release) > 0,
      )

/** Why a cluster cannot come to this version; null when it can. */
export function upgradeProblem(
  from: Pick<ClusterSpecification, 'kafkaVersion' | 'release' | 'mode'>,
  target: string,
): string | null {
  const version = findKafkaVersion(target)
  if (!version) return kafkaVersionProblem(target)
  if (from.mode === 'ZOOKEEPER') {
    return `The cluster runs ${from.kafkaVersion} with ZooKeeper, and no release to upgrade it to is built. Create a cluster with ${target} and copy the data.`
  }
  const difference = compareReleases(version.release, from.release)
  if (difference === 0) return `The cluster runs Kafka ${from.release} already.`
  if (difference < 0) {
    return `The cluster runs Kafka ${from.release}, and Kafka has no way back to ${version.release}: an older release cannot read what a newer one wrote.`
  }
  return null
}

/**
 * Every node restarts with the new release, and takes all of its configuration from its file. `same` keeps the
 * revision it has.
 */
export function changeVersion(
  source: ClusterSpecification,
  { name, release }: Pick<KafkaVersion, 'name' | 'release'>,
  revision: Revision | 'same',
): ConfigurationChange {
  const upgraded: ClusterSpecification = { ...source, kafkaVersion: name, release }
  const { changes, specification } =
    revision === 'same' ? { changes: [], specification: upgraded } : changeConfiguration(upgraded, revision)
  const { startConfiguration: _start, ...whole } = specification
  return { changes: changes.map(withRestart), specification: whole }
}
