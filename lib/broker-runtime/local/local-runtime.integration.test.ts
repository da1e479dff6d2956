import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { isKnown } from '@/lib/domain/plan/world'
import { createLocalRuntime } from './local-runtime'
import { nodeDirectory } from './node/node-directory'
import { createsProducesConsumes, testCluster, type TestCluster } from './testing/test-cluster'

let running: TestCluster | null = null
afterEach(async () => {
  await running?.end()
  running = null
})

const MEBIBYTE = 1024 ** 2

test('three controllers and three brokers of 4.3.1 boot, serve, and are adopted by a new console', async () => {
  const t = (running = await testCluster({ release: '4.3.1', shape: 'MSK' }))
  await t.startAll()
  const before = await t.allRun()
  await createsProducesConsumes(t)

  const reopened = createLocalRuntime(t.settings)
  const { processes, memory } = await reopened.observe(t.cluster)
  expect(isKnown(processes) && processes.value).toEqual(before)
  const megabytes = Object.values(memory).map(({ pssBytes }) => (pssBytes ?? 0) / MEBIBYTE)
  expect(megabytes).toHaveLength(6)
  expect(megabytes.reduce((sum, each) => sum + each)).toBeLessThan(900)
  const limits = readFileSync(`/proc/${memory[1]?.pid}/limits`, 'utf8')
  const [, soft, hard] = /^Max open files\s+(\d+)\s+(\d+)/m.exec(limits) ?? []
  expect(soft).toBe(hard)

  // A broker that the old console started is stopped and started again by the new one.
  await reopened.apply(t.cluster, { do: 'stop', node: t.node(2), boot: before[2]?.boot ?? '', epoch: 2 })
  await t.until('broker 2 has stopped', (seen) => seen[2]?.state === 'absent')
  await expect(t.start(2, 'existing', 1)).rejects.toMatchObject({ code: 'epoch' })
  await t.start(2, 'existing', 2)
  const after = await t.allRun()
  expect(after[2]?.boot).not.toBe(before[2]?.boot)
  expect(after[2]?.lastExit).toBeNull()
})

test('a node’s agent answers whoever has its password, and only reads', async () => {
  const t = (running = await testCluster({ release: '4.3.1', shape: 'DEVELOPMENT' }))
  await t.startAll()
  await t.allRun()
  const { root } = nodeDirectory(t.settings.home, t.cluster.id, 1)
  const config = readFileSync(join(root, 'jolokia.properties'), 'utf8')
  const password = /^password=(.*)$/m.exec(config)?.[1] ?? ''
  const ask = async (body: object, credentials: string) => {
    const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`
    const request = { method: 'POST', body: JSON.stringify(body), headers: { authorization } }
    const reply = await fetch(`http://${t.specifications[0]?.place.address}:8778/jolokia/`, request)
    return reply.ok ? reply.text() : reply.status
  }
  const brokerState = {
    type: 'read',
    mbean: 'kafka.server:type=KafkaServer,name=BrokerState',
    attribute: 'Value',
  }
  const write = { type: 'write', mbean: 'java.lang:type=Memory', attribute: 'Verbose', value: true }
  expect(await ask(brokerState, `mosaik:${password}`)).toMatch(/"value":3/)
  expect(await ask(write, `mosaik:${password}`)).toMatch(/forbidden/)
  expect(await ask(brokerState, 'mosaik:guessed')).toBe(401)
})

test('three ZooKeeper servers and three brokers of 2.2.1 boot and serve, and start again after a stop', async () => {
  const t = (running = await testCluster({ release: '2.2.1', shape: 'MSK' }))
  await t.startAll()
  const first = await t.allRun()
  await createsProducesConsumes(t)
  const some = [3, 10003]
  for (const id of some) {
    const boot = first[id]?.boot ?? ''
    await t.runtime.apply(t.cluster, { do: 'stop', node: t.node(id), boot, epoch: 1 })
    await t.until(`node ${id} has stopped`, (seen) => seen[id]?.state === 'absent')
  }
  for (const id of some) await t.start(id, 'existing')
  const second = await t.allRun()
  expect(Object.values(second).every(({ lastExit }) => lastExit === null)).toBe(true)
})

test('a broker that cannot start says why in its log’s own words', async () => {
  const t = (running = await testCluster({ release: '4.3.1', shape: 'DEVELOPMENT' }))
  const [specification] = t.specifications
  if (!specification) throw new Error('No specification.')
  specification.properties['log.cleanup.policy'] = 'shred'
  await t.start(1)
  const seen = await t.until('it ended', (each) => each[1]?.lastExit !== null)
  expect(seen[1]?.lastExit?.reason).toBe(
    'ConfigException: Invalid value shred for configuration log.cleanup.policy: String must be one of: compact, delete',
  )
})
