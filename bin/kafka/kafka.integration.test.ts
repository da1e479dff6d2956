import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { answersKafka, testCluster, type TestCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import { servesClients } from '@/lib/domain/node'
import { runMosaik, type Ended } from '../testing/run-mosaik'

const SECRET_WORDS = 'first\nsecond\n'

describe.each([
  { release: '4.3.1', shape: 'DEVELOPMENT', replicas: 1 },
  { release: '2.2.1', shape: 'MSK', replicas: 3 },
] as const)('Kafka $release', ({ release, shape, replicas }) => {
  let cluster: TestCluster
  const kafka = (args: readonly string[], input?: string): Promise<Ended> =>
    runMosaik(['kafka', cluster.cluster.name, ...args], { MOSAIK_HOME: cluster.settings.home }, input)

  beforeAll(async () => {
    cluster = await testCluster({ release, shape })
    await cluster.startAll()
    const brokers = cluster.specifications.filter(({ role }) => servesClients(role))
    for (const { place } of brokers) {
      await vi.waitUntil(() => answersKafka(place.address, 9092), { timeout: 60_000 })
    }
    await vi.waitUntil(async () => (await kafka(['broker-api-versions'])).code === 0, { timeout: 60_000 })
  })
  afterAll(() => cluster.end())

  test('makes and lists topics', async () => {
    const made = await kafka([
      'topics',
      '--create',
      '--topic',
      'words',
      '--partitions',
      '2',
      '--replication-factor',
      String(replicas),
    ])
    expect(made).toMatchObject({ code: 0 })
    const listed = await kafka(['topics', '--list'])
    expect(listed).toEqual({ code: 0, stdout: 'words\n', stderr: '' })
  })

  test('passes input in and output out', async () => {
    expect((await kafka(['console-producer', '--topic', 'words'], SECRET_WORDS)).code).toBe(0)
    const read = await kafka([
      'console-consumer',
      '--topic',
      'words',
      '--from-beginning',
      '--max-messages',
      '2',
      '--timeout-ms',
      '30000',
    ])
    expect(read.stdout.trim().split('\n').toSorted()).toEqual(['first', 'second'])
    expect(read.code).toBe(0)
  })

  test('describes configuration, groups and log directories', async () => {
    const configs = await kafka([
      'configs',
      '--describe',
      '--entity-type',
      'topics',
      '--entity-name',
      'words',
    ])
    expect(configs).toMatchObject({ code: 0, stdout: expect.stringContaining('words') })
    expect(await kafka(['consumer-groups', '--list'])).toMatchObject({ code: 0 })
    const logDirs = await kafka(['kafka-log-dirs.sh', '--describe', '--topic-list', 'words'])
    expect(logDirs).toMatchObject({ code: 0, stdout: expect.stringContaining('words-1') })
  })

  test("passes on the tool's own failure", async () => {
    const failed = await kafka(['topics', '--describe', '--topic', 'nowhere', '--bogus'])
    expect(failed.code).toBe(1)
    expect(failed.stdout + failed.stderr).toContain('bogus')
  })

  test('measures', async () => {
    const measured = await kafka([
      'producer-perf-test',
      '--topic',
      'words',
      '--num-records',
      '100',
      '--record-size',
      '10',
      '--throughput',
      '-1',
      '--producer-props',
      'acks=all',
    ])
    expect(measured).toMatchObject({ code: 0, stdout: expect.stringContaining('100 records sent') })
  })

  test('an unknown tool is answered with the known ones of this release', async () => {
    const refused = await kafka(['topic', '--list'])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain(`Kafka ${release} has no tool "topic". Kafka ${release} has: topics, `)
  })

  test('stop ends the nodes and remembers that they were asked to', async () => {
    const stopped = await runMosaik(['stop'], { MOSAIK_HOME: cluster.settings.home })
    expect(stopped).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`Stopped ${cluster.cluster.name}`),
    })
    const processes = Object.values(await cluster.processes())
    expect(processes.map(({ state }) => state)).toEqual(cluster.specifications.map(() => 'absent'))
    expect(processes.map(({ lastExit }) => lastExit)).toEqual(cluster.specifications.map(() => null))
    const again = await runMosaik(['stop'], { MOSAIK_HOME: cluster.settings.home })
    expect(again).toMatchObject({ code: 0, stdout: 'No cluster is running.\n' })
  })

  test('a cluster that does not run is told so', async () => {
    expect(await kafka(['topics', '--list'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not running'),
    })
  })
})

describe('without any cluster', () => {
  let home = ''
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'mosaik-empty-'))
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  test('kafka says so', async () => {
    const refused = await runMosaik(['kafka', 'orders', 'topics', '--list'], { MOSAIK_HOME: home })
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('There are no clusters.') })
  })

  test('stop has nothing to do', async () => {
    expect(await runMosaik(['stop'], { MOSAIK_HOME: home })).toMatchObject({
      code: 0,
      stdout: 'No cluster is running.\n',
    })
    const nowhere = await runMosaik(['stop'], { MOSAIK_HOME: join(home, 'nowhere') })
    expect(nowhere).toMatchObject({ code: 0, stdout: expect.stringContaining('does not exist') })
  })
})
