import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MoveRefused } from '../../runtime'
import type { ProcessSeen, ProcessTable } from '../process/process-table'
import { findNodes } from './find-node'
import { readIdentity, writeIdentity } from '../node/identity'
import type { ClusterDirectory, NodeDirectory } from '../node/node-directory'

/**
 * Asks a boot to end, or ends it by force. A process that is gone is no error; another boot than the one meant is,
 * because it was started after the decision.
 */
export async function endNode(
  directory: NodeDirectory,
  boot: string,
  how: 'stop' | 'kill',
  table: ProcessTable,
): Promise<void> {
  const identity = readIdentity(directory)
  if (!identity) return
  const process = (await findNodes([identity], table)).get(identity.boot)
  if (!process) return
  if (identity.boot !== boot) {
    throw new MoveRefused(
      'boot',
      `Node ${identity.nodeId} was to be ended as boot ${boot}, but boot ${identity.boot} runs now. It is left alone.`,
    )
  }
  // Written first: a boot that ends has been asked, whenever we look.
  if (identity.ending !== 'kill') writeIdentity(directory, { ...identity, ending: how })
  signal(process.pid, how === 'stop' ? 'SIGTERM' : 'SIGKILL')
}

/** Removes exactly one node's folder. It is renamed first, so that no crash leaves half of it in place. */
export async function removeNode(
  cluster: ClusterDirectory,
  directory: NodeDirectory,
  table: ProcessTable,
): Promise<void> {
  const identity = readIdentity(directory)
  if (identity && (await findNodes([identity], table)).size > 0) {
    throw new MoveRefused(
      'directory',
      `Node ${identity.nodeId} still runs: its folder is not removed before its process is gone.`,
    )
  }
  if (existsSync(directory.root)) {
    mkdirSync(cluster.removed, { recursive: true, mode: 0o700 })
    renameSync(directory.root, join(cluster.removed, randomBytes(8).toString('hex')))
  }
  await rm(cluster.removed, { recursive: true, force: true })
}

/** A process that ended between our look and the signal is what we wanted. */
export function signal(pid: ProcessSeen['pid'], name: 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
