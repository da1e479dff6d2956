import { basename } from 'node:path'
import type { Proc } from '@/lib/domain/plan/world'
import { exitReason } from '../logs/exit-reason'
import { readEnd } from '../logs/file-window'
import { modifiedAt } from '../logs/log-files'
import type { ProcessSeen } from '../process/process-table'
import type { NodeIdentity } from '../node/identity'
import type { NodeDirectory } from '../node/node-directory'

/** The kernel stamps files with the time of its last tick. */
const FILE_TIME_GRAIN_MS = 20
const LAST_WORDS_BYTES = 256 * 1024
const NO_WORDS =
  'The process ended without a last word in its log: it was killed from outside, or the machine went down.'

/** How a boot whose process is gone has ended; null when it was asked to. `other` has its pid now. */
export function nodeExit(
  directory: NodeDirectory,
  identity: NodeIdentity,
  other: ProcessSeen | null = null,
): Proc['lastExit'] {
  const { boot, startedAt, ending } = identity
  if (ending) return null
  // A process that ended before it could log leaves the logs of the boot before: those are not its own.
  const own = (path: string): string =>
    modifiedAt(path) >= startedAt - FILE_TIME_GRAIN_MS ? readEnd(path, LAST_WORDS_BYTES) : ''
  const { bootLog, serverLog } = directory
  return {
    boot,
    startedAt,
    at: Math.round(Math.max(startedAt, modifiedAt(bootLog), modifiedAt(serverLog))),
    reason: (exitReason(own(bootLog), own(serverLog)) ?? NO_WORDS) + (other ? pidTaken(other) : ''),
  }
}

/** The program's name alone: arguments may hold secrets. */
const pidTaken = ({ pid, commandLine }: ProcessSeen): string =>
  ` Its process number ${pid} has gone to another process since (${basename(commandLine.split(' ')[0] ?? '')}), which is none of Mosaik's and is left alone.`
