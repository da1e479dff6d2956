import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { database, onWake } from '../process'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { settleCluster } from '../testing/settled-cluster'
import { changePower } from './change-power'
import { createClusterV2 } from './create-cluster'
import { getCluster } from './get-cluster'

let home: TestHome<FakeRuntime>
let clusterId: string
let clusterArn: string

beforeEach(async () => {
  home = await openTestHome()
  clusterArn = (await createClusterV2({ ctx: testContext(), input: createInput('orders') })).clusterArn
  clusterId = (await settleCluster(clusterArn)).id
})
afterEach(() => home.close())

const change = (power: 'on' | 'off') => changePower({ ctx: testContext(), input: { clusterId, power } })
const look = () => getCluster({ ctx: testContext(), input: { clusterId } })

test('stop and start are generations that differ in nothing but power', async () => {
  const woken: string[] = []
  onWake((id) => woken.push(id))
  const { operationId } = await change('off')
  expect(woken).toEqual([clusterId])
  const stopping = await look()
  expect(stopping).toMatchObject({
    state: 'UPDATING',
    power: 'off',
    operation: { id: operationId, kind: 'STOP' },
  })
  expect(stopping.can.start).toEqual({ may: false, why: "You can't start cluster in UPDATING state." })
  await settleCluster(clusterArn)
  expect((await look()).can).toMatchObject({ start: { may: true }, stop: { may: false } })
  await change('on')
  const generations = await database().generation.findMany({ orderBy: { number: 'asc' } })
  const [first, second, third] = generations.map(({ specification }) => specification)
  expect(third).toBe(first)
  expect(second).toBe(first?.replace('"power":"on"', '"power":"off"'))
})

test('what may not be is refused with the reason that disables the button', async () => {
  await expect(change('on')).rejects.toMatchObject({ message: 'The cluster is running already.' })
  await change('off')
  await expect(change('off')).rejects.toMatchObject({ message: 'The cluster is stopped already.' })
})

test('two at once: one operation', async () => {
  const results = await Promise.allSettled([change('off'), change('off')])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await database().operation.count({ where: { kind: 'STOP' } })).toBe(1)
})

test('a cluster that is not', async () => {
  const call = changePower({ ctx: testContext(), input: { clusterId: 'nobody', power: 'on' } })
  await expect(call).rejects.toMatchObject({ type: 'NotFoundException' })
})
