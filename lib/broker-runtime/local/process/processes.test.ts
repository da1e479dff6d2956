import { basename } from 'node:path'
import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { expect, test } from 'vitest'
import { linuxProcesses, readStat } from './linux-processes'
import { readCpu, readIo } from './linux-usage'
import { parseLsof } from './lsof-ports'
import { findPortHolders, parseListeners } from './ports'
import { psProcesses, readPs, readTimes } from './ps-processes'

/** /proc is Linux's. */
const elsewhere = process.platform !== 'linux'

/** Fields of /proc/PID/stat up to the start time, which is the 22nd. */
const stat = (name: string, state: string, threads: number): string =>
  `42 (${name}) ${state} 1 42 42 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 ${threads} 0 987654 0`

test.each([
  ['a running process', stat('java', 'S', 60), { startTicks: '987654', ended: false, isFrozen: false }],
  [
    'a name with spaces and parentheses',
    stat('a (b) c', 'R', 1),
    { startTicks: '987654', ended: false, isFrozen: false },
  ],
  [
    'one that a signal suspended',
    stat('java', 'T', 60),
    { startTicks: '987654', ended: false, isFrozen: true },
  ],
  [
    'one that a debugger holds',
    stat('java', 't', 60),
    { startTicks: '987654', ended: false, isFrozen: false },
  ],
  ['a zombie', stat('java', 'Z', 1), { startTicks: '987654', ended: true, isFrozen: false }],
  [
    'a dying JVM with threads left',
    stat('java', 'Z', 17),
    { startTicks: '987654', ended: false, isFrozen: false },
  ],
])('reads the state of %s', (_, text, seen) => {
  expect(readStat(text)).toEqual(seen)
})

test('reads CPU time from either platform, and what reached the disk', () => {
  const used = stat('a (b) c', 'S', 4).replace('4194560 1 0 0 0 0 0', '4194560 1 0 0 0 250 75')
  expect(readCpu(used)).toEqual({ userMs: 2_500, systemMs: 750 })
  expect(readCpu('')).toBeNull()
  expect(readTimes('   1:02.50   1:03.00\n')).toEqual({ userMs: 62_500, systemMs: 500 })
  expect(readTimes('')).toBeNull()
  expect(readIo('rchar: 9\nwchar: 9\nread_bytes: 4096\nwrite_bytes: 8192\n')).toEqual({
    readBytes: 4_096,
    writtenBytes: 8_192,
  })
  expect(readIo('')).toBeNull()
})

test('reads what ps prints', () => {
  const output = `  501 S    Sun Nov 22 21:09:55 2026 /usr/bin/java -Dmosaik.node=c/1/b @java.args
    7 Z    Sun Nov  1 01:09:55 2026 (java)
    8 T    Sun Nov  1 01:09:55 2026 java
`
  expect(readPs(output)).toEqual([
    {
      pid: 501,
      startTicks: 'Sun Nov 22 21:09:55 2026',
      commandLine: '/usr/bin/java -Dmosaik.node=c/1/b @java.args',
      isFrozen: false,
    },
    { pid: 8, startTicks: 'Sun Nov 1 01:09:55 2026', commandLine: 'java', isFrozen: true },
  ])
})

test.skipIf(elsewhere)('both lists of processes find the same one, and nothing when it is gone', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => 0, 30000)', 'a-mark-of-its-own'])
  const pid = child.pid ?? 0
  for (const table of [linuxProcesses, psProcesses]) {
    expect((await table.look([pid])).get(pid)?.commandLine).toContain('a-mark-of-its-own')
    expect((await table.find('a-mark-of-its-own')).map((seen) => seen.pid)).toContain(pid)
  }
  expect(await linuxProcesses.pssBytes(pid)).toBeGreaterThan(1_000_000)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  for (const table of [linuxProcesses, psProcesses]) expect((await table.look([pid])).size).toBe(0)
  expect(await linuxProcesses.pssBytes(pid)).toBeNull()
})

test('reads listeners of both families from the kernel’s table', () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0B14287F:2384 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100 0 0 10 0
   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0 100 0 0 10 0
   2: 0000000000000000FFFF00000B01287F:2384 00000000000000000000000000000000:0000 0A 0:0 00:0 0 0 0 4713 1
   3: 00000000000000000000000000000000:2385 00000000000000000000000000000000:0000 0A 0:0 00:0 0 0 0 4714 1
`
  expect(parseListeners(table)).toEqual([
    { host: '127.40.20.11', port: 9092, inode: '4711' },
    { host: '127.40.1.11', port: 9092, inode: '4713' },
    { host: '::', port: 9093, inode: '4714' },
  ])
})

test('reads what lsof prints', () => {
  expect(parseLsof('p501\ncjava\nn127.0.0.1:9092\nn*:9093\np7\ncnode\nn[::1]:3000\n')).toEqual([
    { host: '127.0.0.1', port: 9092, pid: 501, command: 'java' },
    { host: '*', port: 9093, pid: 501, command: 'java' },
    { host: '[::1]', port: 3000, pid: 7, command: 'node' },
  ])
})

async function listenOn(host: string): Promise<{ server: Server; port: number }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const address = server.address()
  return { server, port: address !== null && typeof address === 'object' ? address.port : 0 }
}

test.skipIf(elsewhere)('a listener on the wildcard address holds the port of every address', async () => {
  const { server, port } = await listenOn('0.0.0.0')
  expect(findPortHolders([{ host: '127.40.30.7', port }])).toMatchObject([{ port, pid: process.pid }])
  await new Promise((resolve) => server.close(resolve))
})

test.skipIf(elsewhere)('names the process that holds a port', async () => {
  const { server, port } = await listenOn('127.40.30.1')
  const here = { host: '127.40.30.1', port }
  expect(findPortHolders([here, { host: '127.40.30.2', port }])).toEqual([
    { ...here, pid: process.pid, command: basename(process.execPath) },
  ])
  expect(findPortHolders([{ host: '0.0.0.0', port }])).toHaveLength(1)
  await new Promise((resolve) => server.close(resolve))
  expect(findPortHolders([here])).toEqual([])
})
