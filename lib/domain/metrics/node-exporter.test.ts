import { expect, test } from 'vitest'
import { exposition } from './exposition'
import { idleAfter, nodeExporterMetrics, type ExportedNode } from './node-exporter'

const GIB = 1024 ** 3
const HOST: ExportedNode['host'] = {
  boot: 'a',
  takenMs: 1_000,
  cpu: { userMs: 400, systemMs: 200 },
  memory: { usedBytes: GIB, swappedBytes: 0 },
  io: { readBytes: 10, writtenBytes: 20 },
  openFiles: 300,
  disk: { dataBytes: 2 * GIB, logBytes: 1, logBytesMax: 2 },
}
const node = (change: Partial<ExportedNode> = {}): ExportedNode => ({
  role: 'broker',
  startedAt: 1_700_000_000_000,
  now: 1_700_000_060_000,
  host: HOST,
  share: {
    vcpus: 2,
    memoryBytes: 8 * GIB,
    volumeBytes: 10 * GIB,
    memoryAvailableBytes: 5 * GIB,
    swapFreeBytes: 0,
    diskUsedPercent: 50,
  },
  idle: { boot: 'a', takenMs: 1_000, busyMs: 600, idleMs: 3_000 },
  openFilesMax: 1_000,
  uname: { domainname: '(none)', machine: 'm', nodename: 'n', release: 'r', sysname: 's', version: 'v' },
  ...change,
})
const samples = (changed?: Partial<ExportedNode>): string[] =>
  exposition(nodeExporterMetrics(node(changed)))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

test('a broker is told of in node_exporter’s names: its share is its machine', () => {
  expect(samples()).toEqual([
    'node_cpu_seconds_total{cpu="0",mode="idle"} 1.5',
    'node_cpu_seconds_total{cpu="0",mode="system"} 0.1',
    'node_cpu_seconds_total{cpu="0",mode="user"} 0.2',
    'node_cpu_seconds_total{cpu="1",mode="idle"} 1.5',
    'node_cpu_seconds_total{cpu="1",mode="system"} 0.1',
    'node_cpu_seconds_total{cpu="1",mode="user"} 0.2',
    `node_memory_MemAvailable_bytes ${5 * GIB}`,
    `node_memory_MemFree_bytes ${5 * GIB}`,
    `node_memory_MemTotal_bytes ${8 * GIB}`,
    `node_filesystem_avail_bytes{device="volume",fstype="mosaik",mountpoint="/kafka/datalogs"} ${8 * GIB}`,
    `node_filesystem_free_bytes{device="volume",fstype="mosaik",mountpoint="/kafka/datalogs"} ${8 * GIB}`,
    `node_filesystem_size_bytes{device="volume",fstype="mosaik",mountpoint="/kafka/datalogs"} ${10 * GIB}`,
    'node_disk_read_bytes_total{device="volume"} 10',
    'node_disk_written_bytes_total{device="volume"} 20',
    'node_filefd_allocated 300',
    'node_filefd_maximum 1000',
    'node_boot_time_seconds 1700000000',
    'node_time_seconds 1700000060',
    'node_uname_info{domainname="(none)",machine="m",nodename="n",release="r",sysname="s",version="v"} 1',
  ])
})

test.each<[string, Partial<ExportedNode>, string]>([
  [
    'a controller has no type: neither memory nor volume',
    { role: 'controller' },
    'node_memory|node_filesystem',
  ],
  [
    'what the platform does not tell',
    { host: { ...HOST, cpu: null, memory: null }, idle: null },
    'node_cpu|node_mem',
  ],
  ['a folder that was not counted yet', { host: { ...HOST, disk: null } }, 'node_filesystem'],
  [
    'files and disk of a closed process',
    { host: { ...HOST, io: null, openFiles: null } },
    'node_disk|node_filefd',
  ],
])('%s is left out, never zero', (_, change, names) => {
  expect(samples(change).filter((line) => new RegExp(`^(?:${names})`).test(line))).toEqual([])
})

test('a folder larger than its volume leaves nothing free', () => {
  const disk = { dataBytes: 11 * GIB, logBytes: 1, logBytesMax: 2 }
  const free = samples({ host: { ...HOST, disk } }).find((line) => line.startsWith('node_filesystem_avail'))
  expect(free).toMatch(/ 0$/)
})

test('idle time is counted from look to look, never falls, and begins anew with each boot', () => {
  const at = (takenMs: number, busyMs: number, boot = 'a') => ({
    ...HOST,
    boot,
    takenMs,
    cpu: { userMs: busyMs, systemMs: 0 },
  })
  const first = idleAfter(null, at(1_000, 500), 2)
  const second = idleAfter(first, at(2_000, 1_100), 2)
  const third = idleAfter(second, at(3_000, 4_000), 2)
  const same = idleAfter(third, at(3_000, 4_000), 2)
  const fourth = idleAfter(same, at(4_000, 4_000), 2)
  expect([first, second, third, same, fourth].map((idle) => idle?.idleMs)).toEqual([
    0, 1_400, 1_400, 1_400, 3_400,
  ])
  expect(idleAfter(fourth, at(5_000, 10, 'b'), 2)?.idleMs).toBe(0)
  expect(idleAfter(fourth, { ...HOST, cpu: null }, 2)).toBeNull()
})
