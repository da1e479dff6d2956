import { statfs } from 'node:fs/promises'
import type { Known, NodeId, VolumesSeen } from '@/lib/domain/plan/world'
import { measureAgainAfterMs } from '@/lib/domain/volume-limit'
import { nodeIds } from '../supervise/observe-nodes'
import { clusterDirectory, nodeDirectory } from '../node/node-directory'
import type { FolderSizes } from './folder-sizes'

/** What the volumes of a cluster hold, as last counted, whether their brokers run or not. */
export function lookAtVolumes(home: string, sizes: FolderSizes) {
  return async (clusterId: string, volumeBytes: number, now: number): Promise<Known<VolumesSeen>> => {
    const usedBytes: Record<NodeId, number> = {}
    let at = now
    const disk = await statfs(home)
    const freeBytes = disk.bavail * disk.bsize
    for (const id of nodeIds(clusterDirectory(home, clusterId))) {
      const seen = sizes(nodeDirectory(home, clusterId, id).data, (count) =>
        measureAgainAfterMs({
          usedBytes: count.bytes,
          volumeBytes,
          growth: count.growth,
          hostLost: count.freeBytes - freeBytes,
        }),
      )
      if (seen === null) continue
      usedBytes[id] = seen.bytes
      at = Math.min(at, Math.round(now - seen.ageMs))
    }
    return { at, value: { usedBytes, hostFree: disk.bavail / disk.blocks } }
  }
}
