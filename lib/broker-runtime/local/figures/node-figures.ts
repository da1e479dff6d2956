import type { NodeId } from '@/lib/domain/plan/world'
import type { NodeFigures } from '../../runtime'
import { LOG_BYTES_MAX } from '../node/node-files'
import { readIdentity, type NodeIdentity } from '../node/identity'
import { clusterDirectory, nodeDirectory, type NodeDirectory } from '../node/node-directory'
import type { ProcessSeen, ProcessTable } from '../process/process-table'
import { findNodes } from '../supervise/find-node'
import { nodeIds } from '../supervise/observe-nodes'
import { readAgentAccess } from './agent-access'
import type { FolderSizes } from './folder-sizes'

/** Figures of all nodes of a cluster that run now, or of one of them. */
export function figuresOf(
  home: string,
  table: ProcessTable,
  sizes: FolderSizes,
): (clusterId: string, only?: NodeId) => Promise<readonly NodeFigures[]> {
  return async (clusterId, only) => {
    const nodes = nodeIds(clusterDirectory(home, clusterId)).flatMap((id) => {
      if (only !== undefined && id !== only) return []
      const directory = nodeDirectory(home, clusterId, id)
      const identity = identityOf(directory)
      return identity ? [{ id, directory, identity }] : []
    })
    const found = await findNodes(
      nodes.map(({ identity }) => identity),
      table,
    )
    return Promise.all(
      nodes.flatMap(({ id, directory, identity }) => {
        const process = found.get(identity.boot)
        return process ? [lookAt(id, directory, identity, process)] : []
      }),
    )
  }

  async function lookAt(
    nodeId: number,
    directory: NodeDirectory,
    { boot, startedAt }: NodeIdentity,
    { pid }: ProcessSeen,
  ): Promise<NodeFigures> {
    const dataBytes = sizes(directory.data)?.bytes ?? null
    const logBytes = sizes(directory.logs)?.bytes ?? null
    const usage = await table.usage(pid)
    const disk =
      dataBytes === null || logBytes === null ? null : { dataBytes, logBytes, logBytesMax: LOG_BYTES_MAX }
    return { nodeId, startedAt, host: { boot, ...usage, disk }, agent: await readAgentAccess(directory) }
  }
}

/** A damaged record is told of by the look at the processes; here it only leaves its node out. */
function identityOf(directory: NodeDirectory): NodeIdentity | null {
  try {
    return readIdentity(directory)
  } catch {
    return null
  }
}
