import { readFileSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ProcessUsage } from './process-table'

/** The kernel shows CPU time to programs in hundredths of a second, whatever it counts in itself. */
const TICK_MS = 10

export async function linuxUsage(pid: number): Promise<ProcessUsage> {
  const memory = await readMemory(pid)
  // The clock is read beside the CPU time: what came between would be an error of the rate.
  const cpu = readCpu(readOr(`/proc/${pid}/stat`))
  const takenMs = performance.now()
  return { takenMs, cpu, memory, io: readIo(readOr(`/proc/${pid}/io`)), openFiles: countFiles(pid) }
}

/** Walks the page tables of the process: some milliseconds, spent in the thread pool. */
export async function readMemory(pid: number): Promise<ProcessUsage['memory']> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const usedBytes = kibibytes(rollup, /^Pss:\s+(\d+) kB$/m)
  if (usedBytes === null) return null
  return { usedBytes, swappedBytes: kibibytes(rollup, /^SwapPss:\s+(\d+) kB$/m) ?? 0 }
}

/** Fields are counted after the last parenthesis, as in `readStat`. */
export function readCpu(stat: string): ProcessUsage['cpu'] {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system] = [Number(fields[11]), Number(fields[12])]
  return Number.isFinite(user) && Number.isFinite(system)
    ? { userMs: user * TICK_MS, systemMs: system * TICK_MS }
    : null
}

/** What reached the disk; `rchar` and `wchar` beside it count sockets too. */
export function readIo(text: string): ProcessUsage['io'] {
  const [readBytes, writtenBytes] = [/^read_bytes: (\d+)$/m, /^write_bytes: (\d+)$/m].map((line) =>
    Number(line.exec(text)?.[1]),
  )
  return Number.isFinite(readBytes) && Number.isFinite(writtenBytes)
    ? { readBytes: readBytes ?? 0, writtenBytes: writtenBytes ?? 0 }
    : null
}

function countFiles(pid: number): number | null {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return null
  }
}

function kibibytes(text: string, line: RegExp): number | null {
  const value = line.exec(text)?.[1]
  return value === undefined ? null : Number(value) * 1024
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
