import { afterAll, beforeAll, expect, test } from 'vitest'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { liveHintSchema, type LiveHint } from '@/lib/contract/console/host'
import { events } from '../process'
import { createInput } from '../testing/requests'
import { openRunningConsole, type RunningConsole } from '../testing/running-console'

let mosaik: RunningConsole

beforeAll(async () => {
  mosaik = await openRunningConsole()
})
afterAll(() => mosaik.close())

async function ask(path: string, body?: unknown): Promise<unknown> {
  const init: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(mosaik.url + path, { ...init, signal: AbortSignal.timeout(5000) })
  return response.json()
}

const look = async (clusterId: string) =>
  consoleEndpoints.getCluster.reply.parse(await ask(`/api/console/clusters/${clusterId}`))

async function until(clusterId: string, isWanted: (cluster: Awaited<ReturnType<typeof look>>) => boolean) {
  for (;;) {
    const cluster = await look(clusterId)
    if (isWanted(cluster)) return cluster
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('a cluster through the eyes of the console: created, looked at, stopped, started', async () => {
  await ask('/api/v2/clusters', createInput('orders', { tags: { team: 'blue' } }))
  const list = consoleEndpoints.listClusters.reply.parse(await ask('/api/console/clusters?region=us-east-1'))
  const [listed] = list.clusters
  expect(listed).toMatchObject({
    name: 'orders',
    state: 'CREATING',
    operation: { kind: 'CREATE', state: 'IN_PROGRESS' },
  })
  expect(listed?.nodes).toHaveLength(6)
  const clusterId = listed?.id ?? ''
  const operationId = listed?.operation?.id ?? ''

  const cluster = await until(clusterId, ({ state }) => state === 'ACTIVE')
  expect(cluster).toMatchObject({ tags: { team: 'blue' }, power: 'on', release: '4.3.1', profile: 'lab' })
  expect(cluster.health).toMatchObject({
    servingBrokers: 3,
    totalBrokers: 3,
    servingVoters: 3,
    totalVoters: 3,
  })
  expect(cluster.nodes.filter(({ isQuorumLeader }) => isQuorumLeader)).toHaveLength(1)
  expect(cluster.connection).toEqual([
    { listener: 'PLAINTEXT', bootstrap: '127.10.1.11:9092,127.10.2.11:9092,127.10.3.11:9092' },
  ])
  expect(cluster.can).toMatchObject({ stop: { may: true }, delete: { may: true }, start: { may: false } })

  const operation = consoleEndpoints.getOperation.reply.parse(
    await ask(`/api/console/operations/${operationId}`),
  )
  expect(operation).toMatchObject({ kind: 'CREATE', state: 'COMPLETE' })
  const ofBrokers = operation.rows.filter(({ step, role }) => step === 'nodes' && role === 'broker')
  expect(ofBrokers.map(({ endpoint, phase }) => `${endpoint} ${phase}`)).toEqual([
    '127.10.1.11:9092 done',
    '127.10.2.11:9092 done',
    '127.10.3.11:9092 done',
  ])
  expect(operation.lastDurationsMs).toEqual([])

  const log = await ask(`/api/console/clusters/${clusterId}/nodes/1/log?limit=1`)
  const page = consoleEndpoints.getNodeLog.reply.parse(log)
  expect(page.entries).toHaveLength(1)
  expect(page.older).toBe(page.entries[0]?.position)
  const found = consoleEndpoints.searchLogs.reply.parse(
    await ask(`/api/console/clusters/${clusterId}/logs?text=UNFENCED&nodes=1,2&limit=50`),
  )
  expect(new Set(found.entries.map(({ nodeId }) => nodeId))).toEqual(new Set([1, 2]))
  const node = consoleEndpoints.getNode.reply.parse(await ask(`/api/console/clusters/${clusterId}/nodes/1`))
  expect(node).toMatchObject({ role: 'broker', health: 'serving', starts: 1, clusterName: cluster.name })
  expect(node.boots).toMatchObject([{ served: true, endedAt: null, end: null }])
  const file = await fetch(`${mosaik.url}/api/console/clusters/${clusterId}/nodes/1/log/download`)
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+-1-[\dT-]+Z\.log"$/)
  expect(await file.text()).toContain(page.entries[0]?.text)

  await ask(`/api/console/clusters/${clusterId}/power`, { power: 'off' })
  const stopped = await until(clusterId, ({ operation: running }) => running === null)
  expect(stopped).toMatchObject({ state: 'ACTIVE', power: 'off' })
  expect(new Set(stopped.nodes.map(({ health }) => health))).toEqual(new Set(['stopped']))
  await ask(`/api/console/clusters/${clusterId}/power`, { power: 'on' })
  const again = await until(clusterId, ({ operation: running }) => running === null)
  expect(again.connection).toEqual(cluster.connection)
  expect(again.recentOperations.map(({ kind }) => kind)).toEqual(['START', 'STOP', 'CREATE'])

  const removed = await fetch(`${mosaik.url}/v1/clusters/${encodeURIComponent(cluster.arn)}`, {
    method: 'DELETE',
  })
  expect(removed.status).toBe(200)
  const deletion = (await look(clusterId)).operation?.id ?? ''
  const rowsWhile: string[] = []
  for (;;) {
    const now = consoleEndpoints.getOperation.reply.parse(await ask(`/api/console/operations/${deletion}`))
    if (now.zones.length > 0) rowsWhile.push(...now.rows.map(({ nodeId, zoneId }) => `${nodeId} ${zoneId}`))
    if (now.state === 'COMPLETE') break
  }
  // A node that is forgotten already is still shown in its zone.
  expect(rowsWhile.filter((row) => /^\d+ null$/.test(row))).toEqual([])
})

test('the host, its versions and regions', async () => {
  const host = consoleEndpoints.getHost.reply.parse(await ask('/api/console/host?region=eu-north-1'))
  expect(host).toMatchObject({ hostname: 'fake', advertisedHost: null, unknownDirectories: [] })
  expect(host.regions).toContain('eu-north-1')
  expect(host.kafkaVersions[0]).toMatchObject({ name: '4.3.1', mode: 'KRAFT' })
})

test.each([
  '/api/console/clusters/nobody',
  '/api/console/operations/nobody',
  '/api/console/clusters/nobody/nodes/1/log',
  '/api/console/nothing',
])('%s: 404', async (path) => {
  expect((await fetch(mosaik.url + path)).status).toBe(404)
})

/** Hints as they come; the stream is left when the test leaves the loop. */
async function* hintsOf(response: Response): AsyncGenerator<LiveHint> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) return
    text += part.value
    const messages = text.split('\n\n')
    text = messages.pop() ?? ''
    for (const message of messages) {
      if (message.startsWith('data: ')) yield liveHintSchema.parse(JSON.parse(message.slice(6)))
    }
  }
}

test('hints arrive on the stream, and a client that goes leaves nothing behind', async () => {
  const gone = new AbortController()
  const before = events().subscribers
  const response = await fetch(`${mosaik.url}/api/console/events`, { signal: gone.signal })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(events().subscribers).toBe(before + 1)
  events().publish('cluster/x')
  for await (const { topic } of hintsOf(response)) {
    if (topic === 'cluster/x') break
  }
  gone.abort()
  while (events().subscribers > before) await new Promise((resolve) => setTimeout(resolve, 10))
})

test('streams end with the process, and those who come later end at once', async () => {
  const streams = await Promise.all(
    Array.from({ length: 8 }, () => fetch(`${mosaik.url}/api/console/events`)),
  )
  events().close()
  for (const stream of streams) expect(await stream.text()).toMatch(/^: here\n\n/)
  expect(await (await fetch(`${mosaik.url}/api/console/events`)).text()).toBe(': here\n\n')
  expect(events().subscribers).toBe(0)
})
