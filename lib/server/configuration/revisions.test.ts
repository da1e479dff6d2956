import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createClusterV2 } from '../cluster/create-cluster'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { createConfiguration } from './create-configuration'
import { listConfigurationUses } from './list-configuration-uses'
import { listRevisionRecords } from './list-revision-records'
import { reviseConfiguration } from './revise-configuration'

let home: TestHome<FakeRuntime>
beforeEach(async () => {
  home = await openTestHome()
})
afterEach(() => home.close())

const ctx = testContext()
const base64 = (text: string) => Buffer.from(text).toString('base64')
const create = async (name: string) =>
  createConfiguration({ ctx, input: { name, serverProperties: base64('num.partitions=3') } })

const revise = async (arn: string, from: number, text = 'num.partitions=4', actor = 'ada') =>
  reviseConfiguration({
    ctx: testContext({ actor }),
    input: { arn, from, description: 'More', serverProperties: base64(text) },
  })

test('a revision keeps who made it, when and why; the first one has no reason', async () => {
  const { arn } = await create('orders')
  await revise(arn, 1)
  const { revisions } = await listRevisionRecords({ ctx, input: { arn } })
  expect(revisions).toMatchObject([
    { revision: 2, description: 'More', actor: 'ada' },
    { revision: 1, description: '', actor: ctx.actor },
  ])
})

test('the second of two who edit the same revision is told, one after the other or at once', async () => {
  const { arn } = await create('orders')
  await revise(arn, 1)
  await expect(revise(arn, 1)).rejects.toMatchObject({
    type: 'ConflictException',
    message: 'Somebody else just made revision 2. Look at it, and send yours again if it still fits.',
  })
  const both = await Promise.allSettled([revise(arn, 2, 'num.partitions=5'), revise(arn, 2)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(revise(arn, 9)).rejects.toMatchObject({ type: 'ConflictException' })
  const { revisions } = await listRevisionRecords({ ctx, input: { arn } })
  expect(revisions.map(({ revision }) => revision)).toEqual([3, 2, 1])
})

test('a text that is wrong makes no revision', async () => {
  const { arn } = await create('orders')
  await expect(revise(arn, 1, 'num.partitons=4')).rejects.toMatchObject({
    invalidParameter: 'serverProperties',
    message: expect.stringMatching(/Did you mean num\.partitions\?/),
  })
  expect((await listRevisionRecords({ ctx, input: { arn } })).revisions).toHaveLength(1)
})

test('clusters are told with the revision they have', async () => {
  const { arn } = await create('orders')
  await revise(arn, 1)
  for (const [name, revision] of [
    ['shop', 2],
    ['archive', 1],
  ] as const) {
    await createClusterV2({ ctx, input: createInput(name, { configurationInfo: { arn, revision } }) })
  }
  await createClusterV2({ ctx, input: createInput('plain') })
  const { uses } = await listConfigurationUses({ ctx, input: { region: 'us-east-1' } })
  expect(uses).toMatchObject([
    { clusterName: 'archive', configurationArn: arn, revision: 1 },
    { clusterName: 'shop', configurationArn: arn, revision: 2 },
  ])
  expect((await listConfigurationUses({ ctx, input: { region: 'eu-west-1' } })).uses).toEqual([])
})
