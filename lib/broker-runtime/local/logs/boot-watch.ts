import type { NodeIdentity } from '../node/identity'
import type { NodeDirectory } from '../node/node-directory'
import { BOOT_BEGINS, readBootLine, type BootStage } from './boot-stage'
import { readFrom } from './file-window'
import { logFilesSince } from './log-files'

/** How far a boot has come, and how far its log was read. */
export type BootWatch = { stage: BootStage; inode: number; offset: number; partLine: string }

/** More than a node writes while starting; what is left is read at the next look. */
const BYTES_PER_LOOK = 512 * 1024
const FROM_THE_BEGINNING = { stage: BOOT_BEGINS, inode: 0, offset: 0, partLine: '' }

/** Reads on in a starting node's log, and no more once it has started. Null begins with the boot's first line. */
export function watchBoot(
  directory: NodeDirectory,
  identity: NodeIdentity,
  before: BootWatch | null,
): BootWatch {
  if (before?.stage.started) return before
  if (before === null && logFilesSince(directory.serverLog, identity.startedAt).length > 1) {
    // It has written so much since its start that its log was rotated: it is long up.
    return { ...FROM_THE_BEGINNING, stage: { started: true, recovery: null } }
  }
  const from = before ?? FROM_THE_BEGINNING
  const window = readFrom(directory.serverLog, { offset: from.offset, bytesMax: BYTES_PER_LOOK })
  if (!window) return from
  if (from.inode !== 0 && window.inode !== from.inode) {
    // Rotated under our eyes: the new file is read at the next look.
    return { ...FROM_THE_BEGINNING, stage: from.stage }
  }
  const lines = (from.partLine + window.text).split('\n')
  const partLine = lines.pop() ?? ''
  const stage = lines.reduce((stageSoFar, line) => readBootLine(stageSoFar, identity.role, line), from.stage)
  return { stage, inode: window.inode, offset: window.end, partLine }
}
