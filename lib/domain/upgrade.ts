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
  isAtLeast,
  KAFKA_VERSIONS,
  kafkaVersionProblem,
  type KafkaVersion,
} from './kafka-version'
import { protocolOf } from './kafka-features'

/**
 * Rolling upgrades: any newer release of the same mode, minors may be skipped (Kafka's own upgrade notes: in KRaft
 * mode from 3.3 on; with ZooKeeper as long as the protocol is held until all brokers run the new one).
 */

/** Versions that a cluster of this one can be upgraded to, by every name they have. */
export const upgradesOf = ({
  release,
  mode,
}: Pick<KafkaVersion, 'release' | 'mode'>): readonly KafkaVersion[] =>
  isTooOld(release)
    ? []
    : KAFKA_VERSIONS.filter(
        (version) => version.mode === mode && compareReleases(version.release, release) > 0,
      )

/** Kafka allows it from older ones too; here it was seen to fail. */
const UPGRADED_FROM = '2.2.0'
const isTooOld = (release: string): boolean => !isAtLeast(release, UPGRADED_FROM)

/** Why a cluster cannot come to this version; null when it can. */
export function upgradeProblem(
  from: Pick<ClusterSpecification, 'kafkaVersion' | 'release' | 'mode'>,
  target: string,
): string | null {
  const version = findKafkaVersion(target)
  if (!version) return kafkaVersionProblem(target)
  const difference = compareReleases(version.release, from.release)
  if (difference === 0) return `The cluster runs Kafka ${from.release} already.`
  if (difference < 0) {
    return `The cluster runs Kafka ${from.release}, and Kafka has no way back to ${version.release}: an older release cannot read what a newer one wrote.`
  }
  if (isTooOld(from.release)) {
    return `The cluster runs Kafka ${from.release}, and upgrades are built from ${UPGRADED_FROM} on. Create a cluster with ${target} and copy the data.`
  }
  if (version.mode !== from.mode) {
    return `The cluster runs ${from.kafkaVersion} with ZooKeeper, and no way from there to KRaft is built. Create a cluster with ${target} and copy the data.`
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
  const upgraded: ClusterSpecification = {
    ...source,
    kafkaVersion: name,
    release,
    ...(source.mode === 'ZOOKEEPER' ? held(source) : {}),
  }
  const { changes, specification } =
    revision === 'same' ? { changes: [], specification: upgraded } : changeConfiguration(upgraded, revision)
  const { startConfiguration: _start, ...whole } = specification
  return { changes: changes.map(withRestart), specification: whole }
}

/** With ZooKeeper the first roll brings the new release alone; the second what it speaks (`withOwnProtocol`). */
const held = ({ release, heldProtocol, zookeeperRelease }: ClusterSpecification) => ({
  heldProtocol: heldProtocol ?? protocolOf(release),
  zookeeperRelease: zookeeperRelease ?? release,
})

/** Brokers come to speak what their release does; those of an older one could not read it. */
export function withOwnProtocol({
  heldProtocol: _held,
  ...specification
}: ClusterSpecification): ClusterSpecification {
  return specification
}
