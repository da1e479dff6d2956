import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { KAFKA_VERSIONS } from '@/lib/domain/kafka-version'
import { findCluster } from '../cluster/find-cluster'
import { specificationOf } from '../cluster/specification-of'
import type { Verb } from '../http/context'

/** UpdateClusterKafkaVersion is not built, so no version can be reached from any other, and the answer says so. */
export const getCompatibleKafkaVersions: Verb<typeof mskEndpoints.GetCompatibleKafkaVersions> = async ({
  ctx,
  input,
}) => {
  const sources =
    input.clusterArn === undefined
      ? KAFKA_VERSIONS.map(({ name }) => name)
      : [(await specificationOf(await findCluster(ctx, input.clusterArn, {}))).kafkaVersion]
  return {
    compatibleKafkaVersions: sources.map((sourceVersion) => ({ sourceVersion, targetVersions: [] })),
  }
}
