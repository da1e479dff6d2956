import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeClusterOperation } from '../operation/describe-cluster-operation'
import { tagResource } from '../tag/tag-resource'
import { engineOn } from '../testing/fleet'
import { startFakeCluster, type FakeCluster } from '../testing/fake-cluster'
import { testContext } from '../testing/requests'
import { planChange } from './change/plan-change'
import { describeCluster } from './describe-cluster'
import { getCluster } from './get-cluster'
import { updateConnectivity } from './update-connectivity'

let home: FakeCluster['home']
let engine: FakeCluster['engine']
let clusterArn = ''
let id = ''
const ctx = testContext()

beforeEach(async () => {
  ;({ home, engine, clusterArn, id } = await startFakeCluster())
})
afterEach(async () => {
  delete process.env.MOSAIK_ADVERTISED_HOST
  await engine.stop()
  await home.close()
})

const described = async () => (await describeCluster({ ctx, input: { clusterArn } })).clusterInfo
const connect = async (
  connectivityInfo: Parameters<typeof updateConnectivity>[0]['input']['connectivityInfo'],
) =>
  updateConnectivity({
    ctx,
    input: { clusterArn, currentVersion: (await described()).currentVersion, connectivityInfo },
  })
const open = () => connect({ publicAccess: { type: 'SERVICE_PROVIDED_EIPS' } })
const close = () => connect({ publicAccess: { type: 'DISABLED' } })
const strings = async () =>
  Object.fromEntries(
    (await getCluster({ ctx, input: { clusterId: id } })).connection.map(({ listener, bootstrap }) => [
      listener,
      bootstrap,
    ]),
  )

test('other machines are let in, each broker by a port of its own', async () => {
  await expect(open()).rejects.toThrow(/allows unauthenticated access/)
  await tagResource({ ctx, input: { resourceArn: clusterArn, tags: { 'mosaik:behaviour': 'assisted' } } })
  await expect(open()).rejects.toThrow(/Set MOSAIK_ADVERTISED_HOST/)
  process.env.MOSAIK_ADVERTISED_HOST = 'lab.local'
  await home.restart()
  engine = await engineOn(home)
  await expect(close()).rejects.toThrow(/only this machine connects/)

  const plan = await planChange({
    ctx,
    input: {
      clusterId: id,
      configurationInfo: null,
      defaultConfiguration: false,
      targetAccess: 'OTHER_MACHINES',
    },
  })
  expect(plan).toMatchObject({
    refusals: [],
    facts: [{ name: 'publicAccess', from: 'DISABLED', to: 'SERVICE_PROVIDED_EIPS' }],
    restarts: [{ nodeId: 1 }, { nodeId: 2 }, { nodeId: 3 }],
    hasTrial: true,
  })
  expect(plan.command).toContain('PublicAccess={Type=SERVICE_PROVIDED_EIPS}')
  expect(plan.terraform).toContain('type = "SERVICE_PROVIDED_EIPS"')

  const { clusterOperationArn } = await open()
  const { clusterOperationInfo } = await describeClusterOperation({ ctx, input: { clusterOperationArn } })
  expect(clusterOperationInfo).toMatchObject({
    operationType: 'UPDATE_CONNECTIVITY',
    sourceClusterInfo: { connectivityInfo: { publicAccess: { type: 'DISABLED' } } },
    targetClusterInfo: { connectivityInfo: { publicAccess: { type: 'SERVICE_PROVIDED_EIPS' } } },
  })
  expect((await described()).brokerNodeGroupInfo.connectivityInfo?.publicAccess).toEqual({
    type: 'SERVICE_PROVIDED_EIPS',
  })
  const ports = 'lab.local:29092,lab.local:29093,lab.local:29094'
  expect((await strings()).EXTERNAL_PLAINTEXT).toBe(ports)
}, 120_000)

test.each([
  [{ vpcConnectivity: { clientAuthentication: { tls: { enabled: true } } } }, /other VPCs are not built/],
  [{ networkType: 'DUAL' as const }, /IPv4 only/],
  [{ publicAccess: { type: 'OPEN' } }, /Unsupported PublicAccess \[OPEN\]/],
  [{}, /does not include any updates/],
])('what does not exist is refused with a sentence: %j', async (connectivityInfo, why) => {
  await expect(connect(connectivityInfo)).rejects.toThrow(why)
})
