import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { cleanElectionsArn, hasUncleanElections } from '@/lib/domain/configuration/clean-elections'
import { createClusterV2 } from '../cluster/create-cluster'
import { specificationsOf } from '../cluster/specification-of'
import { database } from '../process'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { cleanElections } from './clean-elections'
import { createConfiguration } from './create-configuration'
import { updateConfiguration } from './update-configuration'

let home: TestHome<FakeRuntime>
beforeEach(async () => {
  home = await openTestHome()
})
afterEach(() => home.close())

const arn = cleanElectionsArn({ region: 'us-east-1', account: '000000000000' })
const ctx = testContext()
const base64 = (text: string): string => Buffer.from(text).toString('base64')

async function settingsOf(name: string, configurationInfo?: { arn: string; revision: number }) {
  await createClusterV2({ ctx, input: createInput(name, configurationInfo ? { configurationInfo } : {}) })
  const { id } = await database().cluster.findUniqueOrThrow({
    where: { region_name: { region: 'us-east-1', name } },
  })
  return (await specificationsOf([id])).get(id)?.configuration ?? {}
}

test('without a configuration a cluster has unclean elections, as on MSK', async () => {
  expect(hasUncleanElections(await settingsOf('as-msk'))).toBe(true)
  expect(await database().configuration.count()).toBe(0)
})

test('whoever names it first makes it, two at once make it once', async () => {
  const info = await cleanElections('us-east-1')
  expect(info).toEqual({ arn, revision: 1 })
  const both = await Promise.all([settingsOf('orders', info), settingsOf('payments', info)])
  expect(both.map(hasUncleanElections)).toEqual([false, false])
  const [made, ...more] = await database().configuration.findMany({ include: { revisions: true } })
  expect(more).toEqual([])
  expect(made).toMatchObject({ arn, name: 'mosaik-clean-elections' })
  expect(made?.revisions).toMatchObject([{ revision: 1, actor: 'test' }])
})

test('a revision of it is what the next cluster gets', async () => {
  await settingsOf('orders', await cleanElections('us-east-1'))
  const serverProperties = base64('unclean.leader.election.enable=false\nnum.partitions=3')
  await updateConfiguration({ ctx, input: { arn, serverProperties } })
  const info = await cleanElections('us-east-1')
  expect(info).toEqual({ arn, revision: 2 })
  expect(await settingsOf('payments', info)).toMatchObject({ 'num.partitions': '3' })
})

test('a revision that was never made, and a name that somebody else has, are refused', async () => {
  await expect(settingsOf('orders', { arn, revision: 2 })).rejects.toThrow(
    'Configuration ARN does not exist.',
  )
  const input = { name: 'mosaik-clean-elections', serverProperties: base64('num.partitions=3') }
  await createConfiguration({ ctx, input })
  await expect(settingsOf('orders', { arn, revision: 1 })).rejects.toThrow(
    'The name mosaik-clean-elections belongs to another configuration in us-east-1.',
  )
})
