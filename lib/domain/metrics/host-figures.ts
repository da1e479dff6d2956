import { includesLevel, type MonitoringLevel } from './level'
import type { Figure } from './sample'

/** What a node's process took of the host since it started. Null: this platform does not tell. */
export type HostSample = {
  boot: string
  /** Of a clock that only grows, at the moment the CPU time was read. */
  takenMs: number
  cpu: { userMs: number; systemMs: number } | null
  memory: { usedBytes: number; swappedBytes: number } | null
  io: { readBytes: number; writtenBytes: number } | null
  openFiles: number | null
  disk: { dataBytes: number; logBytes: number; logBytesMax: number } | null
}

/** What the host still has, and what of it stands for the broker's own. */
export type BrokerShare = {
  vcpus: number
  memoryBytes: number
  volumeBytes: number
  memoryAvailableBytes: number
  swapFreeBytes: number | null
  diskUsedPercent: number
}

export function hostFigures(
  before: HostSample | null,
  now: HostSample,
  share: BrokerShare,
  level: MonitoringLevel,
): readonly Figure[] {
  const earlier = before?.boot === now.boot && now.takenMs > before.takenMs ? before : null
  return [
    ...cpuFigures(earlier, now, share),
    ...memoryFigures(now, share),
    ...diskFigures(now, share),
    ...(includesLevel(level, 'PER_BROKER') ? volumeFigures(earlier, now) : []),
  ]
}

/**
 * Of the share a broker of this type has. A process is not held to its share, so more than all of it is shown as all.
 * What it waits for the disk is not known per process and counts as idle.
 */
function cpuFigures(before: HostSample | null, now: HostSample, { vcpus }: BrokerShare): readonly Figure[] {
  if (!before?.cpu || !now.cpu) return []
  const percentOf = (ms: number): number => (100 * Math.max(0, ms)) / ((now.takenMs - before.takenMs) * vcpus)
  const user = percentOf(now.cpu.userMs - before.cpu.userMs)
  const system = percentOf(now.cpu.systemMs - before.cpu.systemMs)
  const shrink = Math.max(1, (user + system) / 100)
  return [
    { metric: 'CpuUser', value: user / shrink },
    { metric: 'CpuSystem', value: system / shrink },
    { metric: 'CpuIdle', value: Math.max(0, 100 - (user + system) / shrink) },
  ]
}

function memoryFigures({ memory }: HostSample, share: BrokerShare): readonly Figure[] {
  if (memory === null) return []
  const free = Math.min(share.memoryBytes - memory.usedBytes, share.memoryAvailableBytes)
  return [
    { metric: 'MemoryUsed', value: memory.usedBytes },
    { metric: 'MemoryFree', value: Math.max(0, free) },
    { metric: 'SwapUsed', value: memory.swappedBytes },
    ...(share.swapFreeBytes === null ? [] : [{ metric: 'SwapFree', value: share.swapFreeBytes }]),
  ]
}

function diskFigures({ disk }: HostSample, { volumeBytes, diskUsedPercent }: BrokerShare): readonly Figure[] {
  const root = { metric: 'RootDiskUsed', value: diskUsedPercent }
  if (disk === null) return [root]
  return [
    root,
    { metric: 'KafkaDataLogsDiskUsed', value: (100 * disk.dataBytes) / volumeBytes },
    { metric: 'KafkaAppLogsDiskUsed', value: (100 * disk.logBytes) / disk.logBytesMax },
  ]
}

/** MSK counts bytes in each period, not in each second. */
function volumeFigures(before: HostSample | null, now: HostSample): readonly Figure[] {
  if (!before?.io || !now.io) return []
  return [
    { metric: 'VolumeReadBytes', value: Math.max(0, now.io.readBytes - before.io.readBytes) },
    { metric: 'VolumeWriteBytes', value: Math.max(0, now.io.writtenBytes - before.io.writtenBytes) },
  ]
}

/** The cluster's own figure: of all its volumes together. */
export function clusterDiskFigures(
  samples: readonly HostSample[],
  brokerCount: number,
  volumeBytes: number,
): readonly Figure[] {
  const known = samples.flatMap(({ disk }) => (disk === null ? [] : [disk.dataBytes]))
  if (known.length < brokerCount) return []
  const used = known.reduce((all, bytes) => all + bytes, 0)
  return [{ metric: 'KafkaDataLogsDiskUsed', value: (100 * used) / (brokerCount * volumeBytes) }]
}
