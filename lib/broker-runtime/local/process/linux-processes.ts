import { readFileSync, readdirSync } from 'node:fs'
import { linuxUsage, readMemory } from './linux-usage'
import type { ProcessSeen, ProcessTable } from './process-table'

/**
 * Reads of /proc come from memory and take some 10 microseconds each; as promises they would take ten times that.
 * Only smaps_rollup, which walks the process's page tables, goes through the thread pool.
 */
export const linuxProcesses: ProcessTable = {
  look(pids) {
    const found = new Map<number, ProcessSeen>()
    for (const pid of pids) {
      const seen = lookAt(pid)
      if (seen) found.set(pid, seen)
    }
    return Promise.resolve(found)
  },
  find(text) {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
    const seen = pids.map(lookAt).filter((process) => process !== null)
    return Promise.resolve(seen.filter(({ commandLine }) => commandLine.includes(text)))
  },
  pssBytes: async (pid) => (await readMemory(pid))?.usedBytes ?? null,
  usage: linuxUsage,
}

function lookAt(pid: number): ProcessSeen | null {
  try {
    const { startTicks, ended, isFrozen } = readStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    if (ended) return null
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trimEnd()
    return { pid, startTicks, commandLine, isFrozen }
  } catch {
    return null
  }
}

/**
 * The command's name, field 2, may hold spaces and parentheses: fields are counted after its last parenthesis. A
 * killed JVM shows as a zombie as soon as its first thread is gone, while sixty others still hold its sockets.
 */
export function readStat(stat: string): { startTicks: string; ended: boolean; isFrozen: boolean } {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, threads, startTicks] = [fields[0] ?? 'X', Number(fields[17]), fields[19] ?? '']
  const ended = state === 'X' || (state === 'Z' && threads <= 1)
  return { startTicks, ended, isFrozen: state === 'T' }
}
