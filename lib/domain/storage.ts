/** Volumes of brokers: all of a cluster have one size, and it only ever grows (Amazon MSK Developer Guide, "Scale up broker storage"). */

export const VOLUME_SIZE_GIB_MAX = 16_384

export const GIB = 1024 ** 3

/** Below this share of free space the whole machine stands still sooner than any volume: nothing is promised of it. */
const HOST_RESERVE = 0.1

/** MSK's words. */
export const NO_GROWTH =
  'The request does not include any updates to the EBS volumes of the cluster. Verify the request, then try again.'

type Growth = { fromGiB: number; toGiB: number; brokers: number }
type Host = { diskFreeBytes: number; diskTotalBytes: number }

/** Why volumes cannot come to this size; null when they can. */
export function growthProblem({ fromGiB, toGiB, brokers }: Growth, host: Host): string | null {
  if (!Number.isInteger(toGiB) || toGiB < 1 || toGiB > VOLUME_SIZE_GIB_MAX) {
    return `The volume size must be between 1 and ${VOLUME_SIZE_GIB_MAX} GiB.`
  }
  if (toGiB === fromGiB) {
    return NO_GROWTH
  }
  if (toGiB < fromGiB) {
    return `Volumes only grow: they have ${fromGiB} GiB. Copy the data to a new cluster to have smaller ones.`
  }
  const added = (toGiB - fromGiB) * brokers
  const free = Math.floor((host.diskFreeBytes - HOST_RESERVE * host.diskTotalBytes) / GIB)
  if (added <= free) return null
  return `The ${brokers} volumes would grow by ${added} GiB in all, and this machine has ${Math.max(0, free)} GiB to give: a tenth of its disk stays free. Free some space, or grow by less.`
}
