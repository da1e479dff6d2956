import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { PROTECTED_TAG } from '@/lib/domain/protection'
import { database } from '../process'
import { tagResource } from '../tag/tag-resource'
import { untagResource } from '../tag/untag-resource'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { settleCluster } from '../testing/settled-cluster'
import { createClusterV2 } from './create-cluster'
import { deleteCluster } from './delete-cluster'
import { describeCluster } from './describe-cluster'
import { getCluster } from './get-cluster'

let home: TestHome<FakeRuntime>
let clusterArn: string

beforeEach(async () => {
  home = await openTestHome()
  clusterArn = (await createClusterV2({ ctx: testContext(), input: createInput('orders') })).clusterArn
})
afterEach(() => home.close())

const remove = (currentVersion?: string) =>
  deleteCluster({ ctx: testContext(), input: { clusterArn, ...(currentVersion ? { currentVersion } : {}) } })
const row = () => database().cluster.findUniqueOrThrow({ where: { arn: clusterArn } })

test('a cluster at rest: absent from now on, under a new generation with its specification', async () => {
  await settleCluster(clusterArn)
  expect(await remove()).toEqual({ clusterArn, state: 'DELETING' })
  const cluster = await row()
  expect(cluster).toMatchObject({ presence: 'absent', generation: 2 })
  const operation = await database().operation.findUniqueOrThrow({
    where: { id: cluster.activeOperationId ?? '' },
  })
  expect(operation).toMatchObject({ kind: 'DELETE', sourceGeneration: 1, targetGeneration: 2, mskType: null })
  expect(await database().generation.count()).toBe(2)
  expect(await database().audit.count({ where: { verb: 'DeleteCluster', target: clusterArn } })).toBe(1)
  const { clusterInfo } = await describeCluster({ ctx: testContext(), input: { clusterArn } })
  expect(clusterInfo.state).toBe('DELETING')
})

test('while creating: the creation is cancelled', async () => {
  const { activeOperationId } = await row()
  await remove()
  const creation = await database().operation.findUniqueOrThrow({ where: { id: activeOperationId ?? '' } })
  expect(creation).toMatchObject({ state: 'UPDATE_FAILED', errorCode: 'CANCELLED_BY_DELETE' })
  expect(creation.endedAt).not.toBeNull()
})

test('twice, also at once: the second is told', async () => {
  const results = await Promise.allSettled([remove(), remove()])
  const lost = results.filter((result) => result.status === 'rejected')
  expect(lost.map(({ reason }) => reason)).toMatchObject([
    { type: 'BadRequestException', message: "You can't delete cluster in DELETING state." },
  ])
  expect(await database().operation.count({ where: { kind: 'DELETE' } })).toBe(1)
})

test('with a version: the current one only', async () => {
  await settleCluster(clusterArn)
  const { currentVersion } = await row()
  await expect(remove('K0000000000000')).rejects.toMatchObject({
    type: 'BadRequestException',
    message: 'The version of the cluster isn’t current. Check the current version and try again.',
  })
  expect((await row()).presence).toBe('present')
  expect((await remove(currentVersion)).state).toBe('DELETING')
})

test('one that is protected stays until the tag is taken off', async () => {
  await settleCluster(clusterArn)
  const ctx = testContext()
  await tagResource({ ctx, input: { resourceArn: clusterArn, tags: { [PROTECTED_TAG]: 'true' } } })
  await expect(remove()).rejects.toMatchObject({
    type: 'BadRequestException',
    message:
      'The cluster is protected from deletion: its tag mosaik:protected is true. Remove the tag first.',
  })
  const look = async () => (await getCluster({ ctx, input: { clusterId: (await row()).id } })).can.delete.may
  expect(await look()).toBe(false)
  await untagResource({ ctx, input: { resourceArn: clusterArn, tagKeys: [PROTECTED_TAG] } })
  expect(await look()).toBe(true)
  expect((await remove()).state).toBe('DELETING')
})

test('a failed cluster can be deleted, one that is held cannot', async () => {
  await settleCluster(clusterArn, 'FAILED')
  await database().cluster.update({ where: { arn: clusterArn }, data: { heldBecause: 'restoredCopy' } })
  await expect(remove()).rejects.toMatchObject({ type: 'ConflictException' })
  await database().cluster.update({ where: { arn: clusterArn }, data: { heldBecause: null } })
  expect((await remove()).state).toBe('DELETING')
})
