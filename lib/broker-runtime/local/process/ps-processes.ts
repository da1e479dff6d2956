import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ProcessSeen, ProcessTable, ProcessUsage } from './process-table'

const run = promisify(execFile)
const COLUMNS = 'pid=,stat=,lstart=,command='

/** `ps` for platforms without /proc: one call for any number of processes. */
export const psProcesses: ProcessTable = {
  async look(pids) {
    if (pids.length === 0) return new Map()
    const seen = await ps(['-ww', '-o', COLUMNS, '-p', pids.join(',')])
    return new Map(seen.map((process) => [process.pid, process]))
  },
  async find(text) {
    const seen = await ps(['-ww', '-A', '-o', COLUMNS])
    return seen.filter(({ commandLine }) => commandLine.includes(text))
  },
  pssBytes: () => Promise.resolve(null),
  async usage(pid) {
    const options = ['-o', 'utime=,time=', '-p', String(pid)]
    const text = await run('ps', options, { env: { ...process.env, LC_ALL: 'C' }, timeout: 10_000 })
      .then(({ stdout }) => stdout)
      .catch(() => '')
    return { takenMs: performance.now(), cpu: readTimes(text), memory: null, io: null, openFiles: null }
  },
}

/** macOS prints user and total time as minutes, seconds and hundredths: `12:34.56  15:00.01`. */
export function readTimes(text: string): ProcessUsage['cpu'] {
  const [user, total] = text.trim().split(/\s+/).map(milliseconds)
  return user === undefined || total === undefined || Number.isNaN(user + total)
    ? null
    : { userMs: user, systemMs: Math.max(0, total - user) }
}

const milliseconds = (time: string): number =>
  time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000

/** `ps` ends with code 1 when none of the asked processes exists. */
async function ps(options: readonly string[]): Promise<readonly ProcessSeen[]> {
  try {
    const { stdout } = await run('ps', options, { env: { ...process.env, LC_ALL: 'C' }, timeout: 10_000 })
    return readPs(stdout)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 1) return []
    throw error
  }
}

/** `lstart` is five words: `Sun Nov 22 21:09:55 2026`. */
export function readPs(output: string): readonly ProcessSeen[] {
  return output.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\S+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/.exec(line)
    if (!match || match[2]?.startsWith('Z')) return []
    const startTicks = (match[3] ?? '').replaceAll(/\s+/g, ' ')
    const isFrozen = match[2]?.startsWith('T') === true
    return [{ pid: Number(match[1]), startTicks, commandLine: match[4] ?? '', isFrozen }]
  })
}
