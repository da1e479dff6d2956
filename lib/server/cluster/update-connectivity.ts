import type { z } from 'zod'
import type { ConnectivityInfo } from '@/lib/contract/msk/cluster-settings'
import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { accessOf, PUBLIC_ACCESS_TYPES, type ClusterAccess } from '@/lib/domain/cluster'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { changeCluster } from './change/change-cluster'
import { refuseWished } from './create/not-built'

type Input = z.output<typeof mskEndpoints.UpdateConnectivity.input>

/**
 * Who connects. MSK's public access lets clients in from outside of the VPC; here it lets them in from outside of this
 * machine.
 */
export const updateConnectivity: Verb<typeof mskEndpoints.UpdateConnectivity> = async ({ ctx, input }) => {
  const { clusterArn, currentVersion, connectivityInfo } = input
  refuseWished(notBuilt(connectivityInfo ?? {}))
  if (input.zookeeperAccess?.enabled === false) {
    throw badRequest(
      'Access to ZooKeeper cannot be switched off here: its servers listen on addresses of this machine alone. Leave zookeeperAccess out.',
      'zookeeperAccess',
    )
  }
  const access = accessWished(input)
  const changed = await changeCluster(ctx, {
    clusterArn,
    currentVersion,
    wishes: { access },
    verb: 'UpdateConnectivity',
    told: { publicAccess: connectivityInfo?.publicAccess?.type },
  })
  return { clusterArn, clusterOperationArn: changed.arn }
}

function notBuilt({ vpcConnectivity, networkType }: ConnectivityInfo): Parameters<typeof refuseWished>[0] {
  const { sasl, tls } = vpcConnectivity?.clientAuthentication ?? {}
  return [
    [
      [sasl?.scram?.enabled, sasl?.iam?.enabled, tls?.enabled].includes(true),
      'vpcConnectivity',
      'Connections from other VPCs are not built: here is one network.',
    ],
    [networkType === 'DUAL', 'networkType', 'Nodes listen on IPv4 only. Use IPV4 or leave networkType out.'],
  ]
}

function accessWished({ connectivityInfo }: Input): ClusterAccess {
  const told = connectivityInfo?.publicAccess?.type
  const type = PUBLIC_ACCESS_TYPES.find((each) => each === told)
  if (type !== undefined) return accessOf(type)
  throw badRequest(
    told === undefined
      ? 'The request does not include any updates to the connectivity of the cluster. Verify the request, then try again.'
      : `Unsupported PublicAccess [${told}]. Valid values: [${PUBLIC_ACCESS_TYPES.join(', ')}]`,
    'publicAccess',
  )
}
