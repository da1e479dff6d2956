import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createClusterV2 } from '../cluster/create-cluster'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { listTagsForResource } from './list-tags-for-resource'
import { tagResource } from './tag-resource'
import { untagResource } from './untag-resource'

let home: TestHome<FakeRuntime>
let resourceArn: string

beforeEach(async () => {
  home = await openTestHome()
  const input = createInput('orders', { tags: { team: 'blue', 'mosaik:profile': 'server' } })
  resourceArn = (await createClusterV2({ ctx: testContext(), input })).clusterArn
})
afterEach(() => home.close())

const ctx = testContext()
const tag = (tags: Record<string, string>) => tagResource({ ctx, input: { resourceArn, tags } })
const untag = (tagKeys: string[]) => untagResource({ ctx, input: { resourceArn, tagKeys } })
const list = async () => (await listTagsForResource({ ctx, input: { resourceArn } })).tags

test('tags are added, replaced and removed', async () => {
  await tag({ team: 'red', stage: '' })
  await untag(['nobody', 'stage'])
  expect(await list()).toEqual({ team: 'red', 'mosaik:profile': 'server' })
})

test('50 and no more, counting what is there', async () => {
  await tag(Object.fromEntries(Array.from({ length: 48 }, (_, index) => [`k${index}`, 'v'])))
  await tag({ team: 'replaced, so still 50' })
  await expect(tag({ oneMore: '' })).rejects.toMatchObject({
    type: 'BadRequestException',
    message: 'A resource can have at most 50 tags; this one would have 51.',
  })
})

test('keys of AWS are reserved, keys of Mosaik are fixed', async () => {
  await expect(tag({ 'AWS:x': '' })).rejects.toMatchObject({ invalidParameter: 'tags' })
  const fixed = {
    message: 'The tag mosaik:profile says how the cluster was created and cannot be changed afterwards.',
  }
  await expect(tag({ 'mosaik:profile': 'lab' })).rejects.toMatchObject(fixed)
  await expect(untag(['mosaik:profile'])).rejects.toMatchObject(fixed)
})

test('only how a cluster behaves and whether it is protected may be said anew, in words that are known', async () => {
  await tag({ 'mosaik:behaviour': 'assisted' })
  expect(await list()).toMatchObject({ 'mosaik:behaviour': 'assisted' })
  await expect(tag({ 'mosaik:behaviour': 'kind' })).rejects.toMatchObject({
    message: 'The tag mosaik:behaviour takes msk or assisted, not "kind".',
  })
  await tag({ 'mosaik:protected': 'true' })
  await expect(tag({ 'mosaik:protected': 'yes' })).rejects.toMatchObject({
    message: 'The tag mosaik:protected takes true or false, not "yes".',
  })
  await untag(['mosaik:protected'])
  expect(await list()).not.toHaveProperty('mosaik:protected')
  await untag(['mosaik:behaviour'])
  expect(await list()).not.toHaveProperty('mosaik:behaviour')
})
