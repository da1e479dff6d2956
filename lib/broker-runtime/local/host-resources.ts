import { existsSync, readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { availableParallelism, freemem, hostname, totalmem } from 'node:os'
import { dirname } from 'node:path'
import type { HostResources } from '../runtime'

/** What this machine has, and has left, for nodes. */
export async function hostResources(home: string, javaVersion: string | null): Promise<HostResources> {
  const disk = await statfs(nearestExisting(home))
  return {
    hostname: hostname(),
    cpus: availableParallelism(),
    memoryTotalBytes: totalmem(),
    memoryFreeBytes: memoryAvailable(),
    swapFreeBytes: swapFree(),
    diskTotalBytes: disk.blocks * disk.bsize,
    diskFreeBytes: disk.bavail * disk.bsize,
    fileDescriptors: openFilesLimit(),
    javaVersion,
  }
}

/** The home may not be there yet; its disk is. */
function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path))
}

/** What programs can have without swapping: the kernel's own estimate counts caches it can drop. */
function memoryAvailable(): number {
  const kibibytes = readOr('/proc/meminfo', /^MemAvailable:\s+(\d+) kB$/m)
  return kibibytes === null ? freemem() : kibibytes * 1024
}

function swapFree(): number | null {
  const kibibytes = readOr('/proc/meminfo', /^SwapFree:\s+(\d+) kB$/m)
  return kibibytes === null ? null : kibibytes * 1024
}

/** A JVM raises its soft limit to the hard one by itself; on macOS it stops at OPEN_MAX. */
const MACOS_OPEN_MAX = 10_240

const openFilesLimit = (): number =>
  readOr('/proc/self/limits', /^Max open files\s+\S+\s+(\d+)/m) ?? MACOS_OPEN_MAX

function readOr(path: string, pattern: RegExp): number | null {
  try {
    const value = pattern.exec(readFileSync(path, 'utf8'))?.[1]
    return value === undefined ? null : Number(value)
  } catch {
    return null
  }
}
