import type { ClusterSpecification } from '@/lib/domain/cluster'
import { changeConfiguration, type Revision } from '@/lib/domain/configuration/configuration-change'
import { findKafkaVersion } from '@/lib/domain/kafka-version'
import { changeVersion, upgradeProblem } from '@/lib/domain/upgrade'
import { chosenRevision } from '../../configuration/chosen-revision'
import type { Changed } from './changed'

type Info = Revision['info']

/**
 * Another release, with another revision or the one there is. The one a cluster has is read again for the new
 * release: what an older one took, a newer may refuse.
 */
export async function changeRelease(
  region: string,
  source: ClusterSpecification,
  target: string,
  wanted: Info | undefined,
): Promise<Changed> {
  const problem = upgradeProblem(source, target)
  const version = findKafkaVersion(target)
  if (problem !== null || !version) {
    return { refusals: [{ field: 'targetKafkaVersion', message: problem ?? '' }], specification: source }
  }
  const info = wanted ?? source.configurationInfo
  if (info === undefined) return { refusals: [], ...changeVersion(source, version, 'same') }
  const { brokerCount } = source
  const { refusals, properties } = await chosenRevision({ region, info, kafkaVersion: target, brokerCount })
  const revision = wanted === undefined ? 'same' : { info, properties }
  return { refusals: refusals.map(ofRevision), ...changeVersion(source, version, revision) }
}

/** Null: what MSK sets by itself. The same revision again is fine: what was told to brokers since is put right. */
export async function changeRevision(
  region: string,
  source: ClusterSpecification,
  info: Info | null,
): Promise<Changed> {
  if (info === null) return { refusals: [], ...changeConfiguration(source, null) }
  const { kafkaVersion, brokerCount } = source
  const { refusals, properties } = await chosenRevision({ region, info, kafkaVersion, brokerCount })
  return {
    refusals: refusals.map(ofRevision),
    ...changeConfiguration(source, { info, properties }),
  }
}

const ofRevision = ({ message }: { message: string }) => ({ field: 'configurationInfo', message })
