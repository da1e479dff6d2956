import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { findKafkaVersion, KAFKA_VERSIONS } from '@/lib/domain/kafka-version'
import { upgradesOf } from '@/lib/domain/upgrade'
import { findCluster } from '../cluster/find-cluster'
import { specificationOf } from '../cluster/specification-of'
import type { Verb } from '../http/context'

/** Which versions a cluster can be upgraded to: of one cluster, or of all versions there are. */
export const getCompatibleKafkaVersions: Verb<typeof mskEndpoints.GetCompatibleKafkaVersions> = async ({
  ctx,
  input,
}) => {
  const sources =
    input.clusterArn === undefined
      ? KAFKA_VERSIONS.map(({ name }) => name)
      : [(await specificationOf(await findCluster(ctx, input.clusterArn, {}))).kafkaVersion]
  return {
    compatibleKafkaVersions: sources.map((sourceVersion) => {
      const version = findKafkaVersion(sourceVersion)
      return { sourceVersion, targetVersions: version ? upgradesOf(version).map(({ name }) => name) : [] }
    }),
  }
}
