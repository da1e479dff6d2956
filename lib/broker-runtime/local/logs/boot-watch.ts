import type { NodeIdentity } from '../node/identity'
import type { NodeDirectory } from '../node/node-directory'
import { BOOT_BEGINS, readBootLine, type BootStage } from './boot-stage'
import { readFrom } from './file-window'
import { logFilesSince } from './log-files'

/** More than a node writes while starting; what is left is read at the next look. */
const BYTES_PER_LOOK = 512 * 1024

type Watched = { stage: BootStage; inode: number; offset: number; partLine: string }

/**
 * Reads on in a starting node's log at each look, and no more once it has started. What is kept is only a place in a
 * file: a new Mosaik reads the log of the boot from its beginning.
 */
export function createBootWatch(): (directory: NodeDirectory, identity: NodeIdentity) => BootStage {
  const watched = new Map<string, Watched>()

  function forgetEarlierBoots({ clusterId, nodeId }: NodeIdentity, key: string): void {
    for (const other of watched.keys()) {
      if (other.startsWith(`${clusterId}/${nodeId}/`) && other !== key) watched.delete(other)
    }
  }

  return (directory, identity) => {
    const key = `${identity.clusterId}/${identity.nodeId}/${identity.boot}`
    const before = watched.get(key)
    if (before?.stage.started) return before.stage
    if (!before) forgetEarlierBoots(identity, key)
    const after = readOn(directory, identity, before)
    watched.set(key, after)
    return after.stage
  }
}

function readOn(directory: NodeDirectory, identity: NodeIdentity, before: Watched | undefined): Watched {
  const begun = before ?? { stage: BOOT_BEGINS, inode: 0, offset: 0, partLine: '' }
  if (before === undefined && logFilesSince(directory.serverLog, identity.startedAt).length > 1) {
    // It has written so much since its start that its log was rotated: it is long up.
    return { ...begun, stage: { started: true, recovery: null } }
  }
  const window = readFrom(directory.serverLog, { offset: begun.offset, bytesMax: BYTES_PER_LOOK })
  if (!window) return begun
  if (begun.inode !== 0 && window.inode !== begun.inode) {
    return readOn(directory, identity, { ...begun, inode: 0, offset: 0, partLine: '' })
  }
  const lines = (begun.partLine + window.text).split('\n')
  const partLine = lines.pop() ?? ''
  const stage = lines.reduce((stageSoFar, line) => readBootLine(stageSoFar, identity.role, line), begun.stage)
  return { stage, inode: window.inode, offset: window.end, partLine }
}
