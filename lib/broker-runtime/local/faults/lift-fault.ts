import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FaultOrder } from '../../runtime'
import { PRIVATE_DIRECTORY } from '../atomic-file'
import { readIdentity } from '../node/identity'
import type { ClusterDirectory, NodeDirectory } from '../node/node-directory'
import type { ProcessTable } from '../process/process-table'
import { signal } from '../supervise/end-node'
import { findNodes } from '../supervise/find-node'
import { asideFolder, fillerFile } from './fault-files'

/** Takes away what is left of a fault, whoever made it and however far it came. */
export async function liftFault(
  cluster: ClusterDirectory,
  directory: NodeDirectory,
  fault: FaultOrder,
  table: ProcessTable,
): Promise<void> {
  switch (fault.is) {
    case 'kill':
      return
    case 'freeze':
      return goOn(directory, fault, table)
    case 'fillVolume':
      rmSync(fillerFile(directory, fault.drill), { force: true })
      return
    case 'loseVolume':
      return giveBack(cluster, directory, fault, table)
  }
}

/** A boot that was started since was never stopped. */
async function goOn(directory: NodeDirectory, { boot }: FaultOrder, table: ProcessTable): Promise<void> {
  const identity = readIdentity(directory)
  if (identity?.boot !== boot) return
  const process = (await findNodes([identity], table)).get(boot)
  if (process) signal(process.pid, 'SIGCONT')
}

/** What nobody replaced comes back; else the node holds everything again, and the old folder is of no use. */
async function giveBack(
  cluster: ClusterDirectory,
  directory: NodeDirectory,
  { drill }: FaultOrder,
  table: ProcessTable,
): Promise<void> {
  const aside = asideFolder(directory, drill)
  if (!existsSync(aside)) return
  const identity = readIdentity(directory)
  const runs = identity !== null && (await findNodes([identity], table)).size > 0
  if (!runs && !existsSync(directory.metaProperties)) {
    rmSync(directory.data, { recursive: true, force: true })
    renameSync(aside, directory.data)
    return
  }
  mkdirSync(cluster.removed, { recursive: true, mode: PRIVATE_DIRECTORY })
  const removed = join(cluster.removed, randomBytes(8).toString('hex'))
  renameSync(aside, removed)
  // It may hold gigabytes; whatever is left of it goes with the next node that is removed.
  void rm(removed, { recursive: true, force: true }).catch(() => undefined)
}
