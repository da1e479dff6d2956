import { spawn } from 'node:child_process'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { describeRuntime } from '../runtime.contract'
import { NO_LOG_FILTER, type LogEntry } from '../runtime'
import { createLocalRuntime } from './local-runtime'
import { readIdentity, writeIdentity, type NodeIdentity } from './node/identity'
import { nodeDirectory, type NodeDirectory } from './node/node-directory'
import { fakeJavaSettings } from './testing/fake-java'
import { testCluster, type TestCluster } from './testing/test-cluster'

let fake: Awaited<ReturnType<typeof fakeJavaSettings>>
let t: TestCluster
let directory: NodeDirectory

beforeAll(async () => {
  // No Maven on this path: the agent cannot be fetched, and nothing may depend on it.
  vi.stubEnv('PATH', '/nowhere')
  fake = await fakeJavaSettings()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(fake.root, { recursive: true, force: true })
})

// Addresses of their own and /proc are Linux's.
describe.skipIf(process.platform !== 'linux')('a node of the local driver', () => {
  beforeEach(async () => {
    t = await testCluster({ release: '4.3.1', shape: 'DEVELOPMENT', settings: fake })
    directory = nodeDirectory(t.settings.home, t.cluster.id, 1)
  })
  afterEach(() => t.end())

  const running = () => t.until('node 1 runs', (seen) => seen[1]?.state === 'running')
  const addressOf = (id: number) => t.specifications.find(({ nodeId }) => nodeId === id)?.place.address
  const identity = (): NodeIdentity => {
    const read = readIdentity(directory)
    if (!read) throw new Error('There is no mosaik.json.')
    return read
  }

  test('keeps its files for its owner only', async () => {
    await t.start(1)
    await running()
    for (const folder of [directory.root, directory.data, directory.logs]) {
      expect(statSync(folder).mode & 0o777).toBe(0o700)
    }
    for (const name of [
      'server.properties',
      'mosaik.json',
      'java.args',
      'data/meta.properties',
      'boot.log',
    ]) {
      expect([name, statSync(join(directory.root, name)).mode & 0o777]).toEqual([name, 0o600])
    }
  })

  test('shows its cluster, node and boot in its arguments, and nothing of ours in its environment', async () => {
    vi.stubEnv('JAVA_TOOL_OPTIONS', '-Xmx1m')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
    await t.start(1)
    const { pid, boot } = identity()
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    expect(commandLine).toContain(`-Dmosaik.node=${t.cluster.id}/1/${boot}`)
    expect(commandLine.length).toBeLessThan(250)
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8')
    expect(environment).toContain('MALLOC_ARENA_MAX=2')
    expect(environment).not.toMatch(/JAVA_TOOL_OPTIONS|secret/)
  })

  test('has a session of its own: no signal to our process group reaches it', async () => {
    await t.start(1)
    const groupOf = (pid: number): string[] => {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(2, 4)
    }
    const { pid } = identity()
    if (pid === null) throw new Error('It runs.')
    expect(groupOf(pid)).toEqual([String(pid), String(pid)])
    expect(groupOf(process.pid)).not.toContain(String(pid))
  })

  test('is found by its mark when its pid was never written down', async () => {
    await t.start(1)
    const { boot } = identity()
    writeIdentity(directory, { ...identity(), pid: null, startTicks: null })
    const reopened = createLocalRuntime(t.settings)
    const { processes, memory } = await reopened.observe(t.cluster)
    expect(processes).toMatchObject({ value: { 1: { boot } } })
    expect(memory[1]?.pssBytes).toBeGreaterThan(0)
    await t.start(1)
    expect(identity().boot).toBe(boot)
  })

  test('is not mistaken for a later process with the same pid', async () => {
    await t.start(1)
    await running()
    const before = identity()
    writeIdentity(directory, { ...before, startTicks: '1' })
    expect((await t.processes())[1]?.state).toBe('absent')
    writeIdentity(directory, { ...before, pid: process.pid, startTicks: null })
    expect((await t.processes())[1]?.state).toBe('absent')
    writeIdentity(directory, before)
    expect((await t.processes())[1]?.state).toBe('running')
  })

  test('leaves the process alone that has the pid of a dead one, and says so', async () => {
    await t.start(1)
    await running()
    const before = identity()
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600_000)'])
    if (other.pid === undefined || before.pid === null) throw new Error('Both processes run.')
    process.kill(before.pid, 'SIGKILL')
    writeIdentity(directory, { ...before, pid: other.pid })
    const seen = (await t.processes())[1]
    expect(seen).toMatchObject({ state: 'absent', boot: null })
    expect(seen?.lastExit?.reason).toContain(
      `Its process number ${other.pid} has gone to another process since (node), which is none of Mosaik's`,
    )
    await t.runtime.apply(t.cluster, { do: 'kill', node: t.node(1), boot: before.boot, epoch: 1 })
    await t.start(1)
    expect(other.exitCode).toBeNull()
    expect(other.signalCode).toBeNull()
    other.kill()
  })

  test('tells settings that were edited in its file, until it is written anew', async () => {
    await t.start(1)
    const changed = async () => (await t.runtime.observe(t.cluster)).changedFiles
    expect(await changed()).toEqual({})
    const file = join(directory.root, 'server.properties')
    writeFileSync(file, `${readFileSync(file, 'utf8')}log.retention.hours=1\n`)
    expect(await changed()).toEqual({ 1: ['log.retention.hours'] })
    rmSync(file)
    expect(await changed()).toEqual({ 1: [] })
    const { boot } = identity()
    await t.runtime.apply(t.cluster, { do: 'kill', node: t.node(1), boot, epoch: 1 })
    await vi.waitFor(async () => expect((await t.processes())[1]?.state).toBe('absent'))
    await t.start(1)
    expect(await changed()).toEqual({})
  })

  test('is unknown, not absent, when its record is damaged', async () => {
    await t.start(1)
    writeFileSync(directory.identity, '{ half')
    const { processes } = await t.runtime.observe(t.cluster)
    expect(processes).toEqual({ unknown: expect.stringMatching(/mosaik\.json .* is damaged/) })
    await expect(t.start(1)).rejects.toThrow(/is damaged/)
    await t.runtime.destroyCluster(t.cluster, 1)
    expect(await t.processes()).toEqual({})
  })

  test('is started once when it is asked twice at the same time', async () => {
    await Promise.all([t.start(1), t.start(1)])
    const { boot } = identity()
    await running()
    expect((await t.processes())[1]?.boot).toBe(boot)
  })

  test('does not start on a port that somebody holds, and says who', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(9092, addressOf(1), resolve))
    await expect(t.start(1)).rejects.toMatchObject({
      code: 'port',
      message: expect.stringMatching(
        new RegExp(`^${addressOf(1)}:9092 is held by process ${process.pid} \\(.*node`),
      ),
    })
    await new Promise((resolve) => server.close(resolve))
    expect(await t.processes()).toEqual({})
  })

  test('does not start anew where its data is gone', async () => {
    await t.start(1)
    const seen = await running()
    await t.runtime.apply(t.cluster, { do: 'kill', node: t.node(1), boot: seen[1]?.boot ?? '', epoch: 1 })
    await t.until('it is gone', (each) => each[1]?.state === 'absent')
    await rm(directory.data, { recursive: true })
    expect((await t.processes())[1]).toMatchObject({ state: 'absent', hasDirectory: false })
    await expect(t.start(1, 'existing')).rejects.toMatchObject({ code: 'directory' })
    await t.start(1, 'fresh')
    await running()
  })

  test('leaves a folder alone that holds data of somebody else', async () => {
    await t.start(1)
    const seen = await running()
    await t.runtime.apply(t.cluster, { do: 'kill', node: t.node(1), boot: seen[1]?.boot ?? '', epoch: 1 })
    await t.until('it is gone', (each) => each[1]?.state === 'absent')
    const meta = readFileSync(directory.metaProperties, 'utf8')
    writeFileSync(directory.metaProperties, meta.replace(/node.id=\d+/, 'node.id=7'))
    await expect(t.start(1, 'fresh')).rejects.toThrow(/belongs to node 7 of Kafka cluster/)
    await rm(directory.metaProperties)
    writeFileSync(join(directory.data, 'precious'), '')
    await expect(t.start(1, 'fresh')).rejects.toThrow(/is not empty \(precious\)/)
  })

  test('tells why it ended, also after it was started again', async () => {
    const [specification] = t.specifications
    if (!specification) throw new Error('No specification.')
    specification.properties['fake.exit'] = 'Invalid value abc for configuration log.retention.ms'
    await t.start(1)
    const ended = await t.until('it ended', (seen) => seen[1]?.lastExit !== null)
    const reason = 'ConfigException: Invalid value abc for configuration log.retention.ms'
    expect(ended[1]).toMatchObject({
      state: 'absent',
      boot: null,
      lastExit: { boot: identity().boot, reason },
    })
    delete specification.properties['fake.exit']
    await t.start(1, 'existing')
    expect((await running())[1]).toMatchObject({ lastExit: { reason } })
  })

  test('that cannot be spawned tells so', async () => {
    await t.start(1)
    await t.runtime.destroyCluster(t.cluster, 1)
    const launcher = join(fake.root, 'jdk', 'bin', 'java')
    await chmod(launcher, 0o600)
    await t.start(1)
    const seen = await t.until('it failed', (each) => each[1]?.lastExit !== null)
    expect(seen[1]?.lastExit?.reason).toMatch(/java could not be started: .*EACCES/)
    await chmod(launcher, 0o755)
  })

  test('does not start where Java was removed, and says what to do', async () => {
    const launcher = join(fake.root, 'jdk', 'bin', 'java')
    const kept = await readFile(launcher)
    await rm(launcher)
    await expect(t.start(1)).rejects.toThrow(/no java was found\. Install one/)
    await writeFile(launcher, kept)
    await chmod(launcher, 0o755)
    await t.start(1)
    await running()
  })

  test('keeps the log of the boot before across a restart', async () => {
    await t.start(1)
    const seen = await running()
    const entries = async (since?: string): Promise<LogEntry[]> => {
      const found: LogEntry[] = []
      for await (const entry of t.runtime.logs(t.node(1), { since, filter: NO_LOG_FILTER })) found.push(entry)
      return found.toReversed()
    }
    const [first] = await entries()
    await t.runtime.apply(t.cluster, { do: 'stop', node: t.node(1), boot: seen[1]?.boot ?? '', epoch: 1 })
    await t.until('it stopped', (each) => each[1]?.state === 'absent')
    await t.start(1, 'existing')
    await running()
    const told = await entries(first?.position)
    expect(told.map(({ text }) => text.split(' (')[0])).toEqual([
      'starting',
      '[KafkaRaftServer nodeId=1] Kafka Server started',
      'starting',
      '[KafkaRaftServer nodeId=1] Kafka Server started',
    ])
    expect(told.every(({ at, level }) => at !== null && level === 'INFO')).toBe(true)
  })

  test('costs little to look at', async () => {
    await t.start(1)
    await running()
    await t.processes()
    const looks = 200
    const before = process.cpuUsage()
    for (let look = 0; look < looks; look++) await t.runtime.observe(t.cluster)
    const { user, system } = process.cpuUsage(before)
    const msPerLook = (user + system) / 1000 / looks
    expect(msPerLook).toBeLessThan(2)
  })

  test('reports whose folders are here', async () => {
    await t.start(1, 'fresh', 3)
    expect(await t.runtime.directories()).toEqual([{ clusterId: t.cluster.id, arn: t.cluster.arn, epoch: 3 }])
  })
})

describeRuntime('The local driver with a small process in the place of Kafka', async () => {
  const small = await testCluster({
    release: '4.3.1',
    shape: 'DEVELOPMENT',
    settings: fake,
  })
  const [specification] = small.specifications
  if (!specification) throw new Error('A development cluster has one node.')
  return {
    open: () => Promise.resolve(createLocalRuntime(small.settings)),
    cluster: small.cluster,
    specification,
    pass: (ms) => sleep(ms),
    crash: async (runtime) => {
      const { memory } = await runtime.observe(small.cluster)
      const pid = memory[specification.nodeId]?.pid
      if (pid === undefined) throw new Error('There is no process to crash.')
      process.kill(pid, 'SIGKILL')
    },
    boundMs: 20_000,
    close: () => small.end(),
  }
})
