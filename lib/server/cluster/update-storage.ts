import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { NO_GROWTH } from '@/lib/domain/storage'
import { badRequest } from '../http/api-error'
import type { Context, Verb } from '../http/context'
import { changeCluster } from './change/change-cluster'
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
    volumeSizeGiB: volume.volumeSizeGB,
    verb: 'UpdateBrokerStorage',
  })
}

export const updateStorage: Verb<typeof mskEndpoints.UpdateStorage> = async ({ ctx, input }) => {
  const { clusterArn, currentVersion, storageMode, provisionedThroughput, volumeSizeGB } = input
  refuseWished(storageWishes({ storageMode, throughput: provisionedThroughput }))
  return grow(ctx, { clusterArn, currentVersion, volumeSizeGiB: volumeSizeGB, verb: 'UpdateStorage' })
}

const MSK_TYPES = {
  UpdateBrokerStorage: 'UPDATE_BROKER_STORAGE',
  UpdateStorage: 'UPDATE_STORAGE',
} as const

type Growth = {
  clusterArn: string
  currentVersion: string
  /** Left out: it stays, which is no update. */
  volumeSizeGiB: number | undefined
  verb: keyof typeof MSK_TYPES
}

async function grow(ctx: Context, { clusterArn, currentVersion, volumeSizeGiB, verb }: Growth) {
  if (volumeSizeGiB === undefined) throw badRequest(NO_GROWTH, 'volumeSizeGB')
  const changed = await changeCluster(ctx, {
    clusterArn,
    currentVersion,
    wishes: { volumeSizeGiB },
    mskType: MSK_TYPES[verb],
    verb,
    told: { volumeSizeGB: volumeSizeGiB },
  })
  return { clusterArn, clusterOperationArn: changed.arn }
}
