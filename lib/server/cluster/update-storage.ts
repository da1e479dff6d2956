import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { clusterCan } from '@/lib/domain/cluster'
import { growthProblem } from '@/lib/domain/storage'
import { audited } from '../audit'
import { badRequest } from '../http/api-error'
import type { Context, Verb } from '../http/context'
import { runtime } from '../process'
import { changeOrRefuse } from './change-desired'
import { changingCluster } from './changing-cluster'
import { refuseWished, storageWishes } from './create/not-built'

/** All brokers at once, as MSK wants it: it takes effect with the next reading, and nothing restarts. */
export const updateBrokerStorage: Verb<typeof mskEndpoints.UpdateBrokerStorage> = async ({ ctx, input }) => {
  const { clusterArn, currentVersion, targetBrokerEBSVolumeInfo: volumes } = input
  const [volume, ...more] = volumes
  if (volume === undefined || more.length > 0 || volume.kafkaBrokerNodeId.toUpperCase() !== 'ALL') {
    throw badRequest(
      'All volumes of a cluster have one size. Name one volume, with All as its broker.',
      'targetBrokerEBSVolumeInfo',
    )
  }
  refuseWished(storageWishes({ throughput: volume.provisionedThroughput }))
  return grow(ctx, {
    clusterArn,
    currentVersion,
    sizeGiB: volume.volumeSizeGB,
    verb: 'UpdateBrokerStorage',
  })
}

export const updateStorage: Verb<typeof mskEndpoints.UpdateStorage> = async ({ ctx, input }) => {
  const { clusterArn, currentVersion, storageMode, provisionedThroughput, volumeSizeGB } = input
  refuseWished(storageWishes({ storageMode, throughput: provisionedThroughput }))
  return grow(ctx, { clusterArn, currentVersion, sizeGiB: volumeSizeGB, verb: 'UpdateStorage' })
}

const MSK_TYPES = {
  UpdateBrokerStorage: 'UPDATE_BROKER_STORAGE',
  UpdateStorage: 'UPDATE_STORAGE',
} as const

type Growth = {
  clusterArn: string
  currentVersion: string
  /** Left out: it stays, which is no update. */
  sizeGiB: number | undefined
  verb: keyof typeof MSK_TYPES
}

async function grow(ctx: Context, { clusterArn, currentVersion, sizeGiB, verb }: Growth) {
  const { cluster, specification } = await changingCluster(ctx, {
    clusterArn,
    currentVersion,
    may: clusterCan.growStorage,
  })
  const { volumeSizeGiB: fromGiB, brokerCount: brokers } = specification
  const toGiB = sizeGiB ?? fromGiB
  const problem = growthProblem({ fromGiB, toGiB, brokers }, await runtime().host())
  if (problem !== null) throw badRequest(problem, 'volumeSizeGB')
  const changed = await changeOrRefuse(cluster, {
    kind: 'UPDATE',
    mskType: MSK_TYPES[verb],
    actor: ctx.actor,
    specification: { ...specification, volumeSizeGiB: toGiB },
    presence: 'present',
    further: [audited(ctx, verb, clusterArn, { volumeSizeGB: toGiB })],
  })
  return { clusterArn, clusterOperationArn: changed.arn }
}
