import { servesClients, type NodeRole } from '../node'
import type { ExposedMetric } from './exposition'
import type { BrokerShare, HostSample } from './host-figures'

/**
 * What Prometheus' node_exporter says of an MSK broker's machine, of a node that is a process among others: the same
 * names, units and texts, as far as they are true of that process alone. A vCPU, the memory and the volume are those
 * of the broker type; what belongs to the whole machine (network, load, caches, swap) is left out.
 */
export type ExportedNode = {
  role: NodeRole
  startedAt: number
  now: number
  host: HostSample
  share: BrokerShare
  /** What of its share it left unused; see `idleAfter`. */
  idle: IdleCpu | null
  openFilesMax: number
  uname: Readonly<Record<'domainname' | 'machine' | 'nodename' | 'release' | 'sysname' | 'version', string>>
}

export const nodeExporterMetrics = (node: ExportedNode): readonly ExposedMetric[] => [
  cpuSeconds(node),
  ...(servesClients(node.role) ? [...memory(node), ...volume(node)] : []),
  ...disk(node),
  ...files(node),
  gauge('node_boot_time_seconds', 'Node boot time, in unixtime.', node.startedAt / 1000),
  gauge('node_time_seconds', 'System time in seconds since epoch (1970).', node.now / 1000),
  {
    ...gauge('node_uname_info', 'Labeled system information as provided by the uname system call.', 1),
    values: [{ labels: { ...node.uname }, value: 1 }],
  },
]

/** CPU time left unused since somebody first asked about this boot. */
export type IdleCpu = { boot: string; takenMs: number; busyMs: number; idleMs: number }

/**
 * Counted from look to look and never back: a process may for a while take more than its share, and a counter that
 * falls means a restart to Prometheus.
 */
export function idleAfter(
  before: IdleCpu | null,
  { boot, takenMs, cpu }: HostSample,
  vcpus: number,
): IdleCpu | null {
  if (cpu === null) return null
  const busyMs = cpu.userMs + cpu.systemMs
  if (before?.boot !== boot || takenMs <= before.takenMs) {
    return before?.boot === boot ? before : { boot, takenMs, busyMs, idleMs: 0 }
  }
  const unused = vcpus * (takenMs - before.takenMs) - (busyMs - before.busyMs)
  return { boot, takenMs, busyMs, idleMs: before.idleMs + Math.max(0, unused) }
}

/** A process has no count per CPU: its time is shared out evenly, so that sums, means and counts of CPUs are true. */
function cpuSeconds({ host: { cpu }, share: { vcpus }, idle }: ExportedNode): ExposedMetric {
  const modes = [
    ['idle', idle?.idleMs],
    ['system', cpu?.systemMs],
    ['user', cpu?.userMs],
  ] as const
  return {
    name: 'node_cpu_seconds_total',
    type: 'counter',
    help: 'Seconds the CPUs spent in each mode.',
    values: Array.from({ length: vcpus }, (_, index) => String(index)).flatMap((number) =>
      modes.flatMap(([mode, ms]) =>
        ms === undefined ? [] : [{ labels: { cpu: number, mode }, value: ms / 1000 / vcpus }],
      ),
    ),
  }
}

function memory({ host, share: { memoryBytes, memoryAvailableBytes } }: ExportedNode): ExposedMetric[] {
  if (host.memory === null) return []
  const free = Math.max(0, Math.min(memoryBytes - host.memory.usedBytes, memoryAvailableBytes))
  const field = (name: string, value: number): ExposedMetric =>
    gauge(`node_memory_${name}_bytes`, `Memory information field ${name}_bytes.`, value)
  return [field('MemAvailable', free), field('MemFree', free), field('MemTotal', memoryBytes)]
}

/** Where MSK's brokers have their volume. */
const VOLUME = { device: 'volume', fstype: 'mosaik', mountpoint: '/kafka/datalogs' }

function volume({ host, share: { volumeBytes } }: ExportedNode): ExposedMetric[] {
  if (host.disk === null) return []
  const free = Math.max(0, volumeBytes - host.disk.dataBytes)
  const figures = [
    ['avail_bytes', 'Filesystem space available to non-root users in bytes.', free],
    ['free_bytes', 'Filesystem free space in bytes.', free],
    ['size_bytes', 'Filesystem size in bytes.', volumeBytes],
  ] as const
  return figures.map(([name, help, value]) => ({
    ...gauge(`node_filesystem_${name}`, help, value),
    values: [{ labels: VOLUME, value }],
  }))
}

function disk({ host: { io } }: ExportedNode): ExposedMetric[] {
  if (io === null) return []
  const figures = [
    ['read', 'The total number of bytes read successfully.', io.readBytes],
    ['written', 'The total number of bytes written successfully.', io.writtenBytes],
  ] as const
  return figures.map(([name, help, value]) => ({
    name: `node_disk_${name}_bytes_total`,
    type: 'counter' as const,
    help,
    values: [{ labels: { device: VOLUME.device }, value }],
  }))
}

function files({ host: { openFiles }, openFilesMax }: ExportedNode): ExposedMetric[] {
  if (openFiles === null) return []
  return [
    gauge('node_filefd_allocated', 'File descriptor statistics: allocated.', openFiles),
    gauge('node_filefd_maximum', 'File descriptor statistics: maximum.', openFilesMax),
  ]
}

const gauge = (name: string, help: string, value: number): ExposedMetric => ({
  name,
  type: 'gauge',
  help,
  values: [{ value }],
})
