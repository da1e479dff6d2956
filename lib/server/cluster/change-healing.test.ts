import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { PAUSE_MINUTES, UNTIL_RESUMED, type PauseLength } from '@/lib/domain/healing'
import { database, events, onWake } from '../process'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { settleCluster } from '../testing/settled-cluster'
import { changeHealing } from './change-healing'
import { changePower } from './change-power'
import { createClusterV2 } from './create-cluster'
import { deleteCluster } from './delete-cluster'
import { getCluster } from './get-cluster'
import { listClusterSummaries } from './list-cluster-summaries'

let home: TestHome<FakeRuntime>
let clusterId: string
let clusterArn: string
const ctx = testContext()

beforeEach(async () => {
  home = await openTestHome()
  clusterArn = (await createClusterV2({ ctx, input: createInput('orders') })).clusterArn
  clusterId = (await settleCluster(clusterArn)).id
})
afterEach(() => home.close())

const pause = (forMinutes: PauseLength = PAUSE_MINUTES) =>
  changeHealing({ ctx, input: { clusterId, healing: 'paused', forMinutes } })
const resume = () => changeHealing({ ctx, input: { clusterId, healing: 'on', forMinutes: PAUSE_MINUTES } })
const look = () => getCluster({ ctx, input: { clusterId } })
const pauseOfLists = async () =>
  (await listClusterSummaries({ ctx, input: { region: ctx.region } })).clusters.map(
    ({ healingPause }) => healingPause,
  )

test('a pause is shown, told to the engine and written down, and changes nothing that shall be', async () => {
  const woken: string[] = []
  const heard: string[] = []
  onWake((id) => woken.push(id))
  events().subscribe({ hint: ({ topic }) => heard.push(topic), ended: () => undefined })
  const before = await database().cluster.findUniqueOrThrow({ where: { id: clusterId } })
  const { healingPause } = await pause(15)
  expect(Date.parse(healingPause?.until ?? '') - Date.parse(healingPause?.since ?? '')).toBe(15 * 60_000)
  expect(woken).toEqual([clusterId])
  expect(heard).toEqual(['clusters', `cluster/${clusterId}`])
  expect((await look()).healingPause).toEqual(healingPause)
  expect(await pauseOfLists()).toEqual([healingPause])
  const { generation, currentVersion, activeOperationId } = before
  expect(await database().cluster.findUniqueOrThrow({ where: { id: clusterId } })).toMatchObject({
    generation,
    currentVersion,
    activeOperationId,
  })
  await resume()
  expect((await look()).healingPause).toBeNull()
  const book = await database().audit.findMany({ where: { verb: { endsWith: 'Healing' } } })
  expect(book.map(({ verb, target }) => [verb, target])).toEqual([
    ['PauseHealing', clusterArn],
    ['ResumeHealing', clusterArn],
  ])
  expect(book[0]?.detail).toContain('"forMinutes":15')
})

test('paused again, it is the same pause with another end; it outlives Mosaik', async () => {
  const first = await pause(15)
  const second = await pause(UNTIL_RESUMED)
  expect(second.healingPause).toEqual({ since: first.healingPause?.since, until: null })
  await home.restart()
  expect((await look()).healingPause).toEqual(second.healingPause)
})

test('a pause that is over is none', async () => {
  await pause(15)
  await database().cluster.update({
    where: { id: clusterId },
    data: { healingPausedUntil: new Date(Date.now() - 1) },
  })
  expect((await look()).healingPause).toBeNull()
  await expect(resume()).rejects.toMatchObject({ message: 'Healing is not paused.' })
})

test('it is paused while an operation is under way, and resumed whatever the cluster does', async () => {
  await pause()
  await changePower({ ctx, input: { clusterId, power: 'off' } })
  await expect(pause()).rejects.toMatchObject({
    message: 'The cluster is stopped: nothing of it is healed.',
  })
  await resume()
  await settleCluster(clusterArn)
  await changePower({ ctx, input: { clusterId, power: 'on' } })
  expect((await pause()).healingPause).not.toBeNull()
})

test('what may not be is refused with the reason that disables the button', async () => {
  await expect(resume()).rejects.toMatchObject({ message: 'Healing is not paused.' })
  await settleCluster(clusterArn, 'FAILED')
  await expect(pause()).rejects.toMatchObject({
    message: "You can't pause healing of cluster in FAILED state.",
  })
  await deleteCluster({ ctx, input: { clusterArn } })
  await expect(pause()).rejects.toMatchObject({
    message: "You can't pause healing of cluster in DELETING state.",
  })
  await expect(
    changeHealing({ ctx, input: { clusterId: 'nobody', healing: 'on', forMinutes: PAUSE_MINUTES } }),
  ).rejects.toMatchObject({ type: 'NotFoundException' })
})
