import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { MoveRefused } from '../../runtime'
import type { ProcessTable } from '../process/process-table'
import { signal } from './end-node'
import { clusterMarker } from './identity'
import type { ClusterDirectory } from './node-directory'

const GONE_MS_MAX = 10_000
const LOOK_AGAIN_MS = 20

/** Ends all processes that bear the cluster's mark, recorded or not, then removes its folder. */
export async function destroyProcessesAndFolder(
  clusterId: string,
  directory: ClusterDirectory,
  table: ProcessTable,
): Promise<void> {
  const deadline = Date.now() + GONE_MS_MAX
  for (;;) {
    const left = await table.find(clusterMarker(clusterId))
    if (left.length === 0) break
    if (Date.now() > deadline) {
      const pids = left.map(({ pid }) => pid).join(', ')
      throw new MoveRefused('host', `Processes ${pids} do not end although they were killed.`)
    }
    for (const { pid } of left) signal(pid, 'SIGKILL')
    await sleep(LOOK_AGAIN_MS)
  }
  await rm(directory.root, { recursive: true, force: true, maxRetries: 3 })
}
