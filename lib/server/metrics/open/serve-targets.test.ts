import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { deleteCluster } from '../../cluster/delete-cluster'
import { openTestHome, type TestHome } from '../../testing/home'
import { askForPower, plantCluster } from '../../testing/planted-cluster'
import { settleCluster } from '../../testing/settled-cluster'
import { testContext } from '../../testing/requests'
import { serveTargets } from './serve-targets'

let home: TestHome<FakeRuntime>
beforeEach(async () => {
  home = await openTestHome()
})
afterEach(() => home.close())

type Group = { targets: string[]; labels: Record<string, string> }
const targets = async (query = ''): Promise<Group[]> => {
  const reply = await serveTargets(new Request(`http://127.0.0.1:3000/prometheus/targets${query}`))
  expect(reply.headers.get('content-type')).toBe('application/json')
  return await reply.json()
}
const plant = (name: string, jmxExporter: boolean, nodeExporter: boolean) =>
  plantCluster(home.database, { name, specification: { openMonitoring: { jmxExporter, nodeExporter } } })

test('every node of clusters with open monitoring is told, each exporter by itself', async () => {
  const { arn } = await plant('both', true, true)
  await plant('figures', false, true)
  await plant('closed', false, false)
  await plantCluster(home.database, { name: 'from-before' })
  const groups = await targets()
  expect(groups.map(({ labels }) => `${labels['cluster']} ${labels['job']} ${labels['broker_id']}`)).toEqual([
    ...[1, 2, 3, 10001, 10002, 10003].flatMap((id) => [`both jmx ${id}`, `both node ${id}`]),
    ...[1, 2, 3, 10001, 10002, 10003].map((id) => `figures node ${id}`),
  ])
  const [first] = groups
  expect(first?.targets).toEqual([expect.stringMatching(/^127\.50\.\d+\.11:11001$/)])
  expect(first?.labels).toEqual({
    job: 'jmx',
    cluster: 'both',
    cluster_arn: arn,
    region: 'us-east-1',
    zone: 'us-east-1a',
    role: 'broker',
    broker_id: '1',
  })
})

test('a cluster can be asked for by name, one that is not there has no nodes', async () => {
  await plant('a', true, false)
  await plant('b', true, false)
  const clustersIn = async (query: string) =>
    new Set((await targets(query)).map(({ labels }) => labels['cluster']))
  expect(await clustersIn('?cluster=b')).toEqual(new Set(['b']))
  expect(await clustersIn('?cluster=a&cluster=b')).toEqual(new Set(['a', 'b']))
  expect(await targets('?cluster=nobody')).toEqual([])
})

test('a cluster that was stopped or is being deleted is left out', async () => {
  const cluster = await plant('comes-and-goes', true, true)
  await settleCluster(cluster.arn)
  await askForPower(home.database, cluster, 'off')
  expect(await targets()).toEqual([])
  await settleCluster(cluster.arn)
  await askForPower(home.database, cluster, 'on')
  expect(await targets()).toHaveLength(12)
  await deleteCluster({ ctx: testContext(), input: { clusterArn: cluster.arn } })
  expect(await targets()).toEqual([])
})
