import { updateClusterKafkaVersion } from '../cluster/update-cluster-kafka-version'
import { createConfiguration } from '../configuration/create-configuration'
import { database } from '../process'
import type { PlantedCluster } from './planted-cluster'
import { testContext } from './requests'

/** Asks for another release together with a configuration of its own; the operation's id. */
export async function upgradeWithSettings(
  cluster: PlantedCluster,
  targetKafkaVersion: string,
  settings: string,
): Promise<string> {
  const ctx = testContext()
  const serverProperties = Buffer.from(settings).toString('base64')
  const name = `upgrade-${performance.now().toFixed()}`
  const { arn } = await createConfiguration({ ctx, input: { name, serverProperties } })
  const { currentVersion } = await database().cluster.findUniqueOrThrow({ where: { id: cluster.id } })
  const { clusterOperationArn } = await updateClusterKafkaVersion({
    ctx,
    input: {
      clusterArn: cluster.arn,
      currentVersion,
      targetKafkaVersion,
      configurationInfo: { arn, revision: 1 },
    },
  })
  return clusterOperationArn.split('/').at(-1) ?? ''
}
