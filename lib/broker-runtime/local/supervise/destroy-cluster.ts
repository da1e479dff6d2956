import { existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MoveRefused } from '../../runtime'
import type { ProcessSeen, ProcessTable } from '../process/process-table'
import { signal } from './end-node'
import { findNodes } from './find-node'
import { clusterMarker, readIdentity, type NodeIdentity } from '../node/identity'
import { nodeDirectoryAt, type ClusterDirectory } from '../node/node-directory'

const GONE_MS_MAX = 10_000
const LOOK_AGAIN_MS = 20

/** Ends all processes that bear the cluster's mark, recorded or not, then removes its folder. */
export async function destroyProcessesAndFolder(
  clusterId: string,
  directory: ClusterDirectory,
  table: ProcessTable,
): Promise<void> {
  const identities = recordedIdentities(directory)
  const deadline = Date.now() + GONE_MS_MAX
  for (;;) {
    const left = await processesOf(clusterId, identities, table)
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

/** By mark those that nobody recorded; by record those that are dying and show no arguments any more. */
async function processesOf(
  clusterId: string,
  identities: readonly NodeIdentity[],
  table: ProcessTable,
): Promise<readonly ProcessSeen[]> {
  const marked = await table.find(clusterMarker(clusterId))
  const recorded = await findNodes(
    identities.filter(({ pid }) => pid !== null),
    table,
  )
  return [...marked, ...recorded.values()]
}

function recordedIdentities({ nodes }: ClusterDirectory): readonly NodeIdentity[] {
  if (!existsSync(nodes)) return []
  return readdirSync(nodes).flatMap((name) => {
    try {
      return readIdentity(nodeDirectoryAt(join(nodes, name))) ?? []
    } catch {
      // A damaged record must not keep a cluster from being removed: its process still bears the mark.
      return []
    }
  })
}
