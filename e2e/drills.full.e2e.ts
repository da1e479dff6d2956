import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { drillDetailSchema, drillListSchema, type DrillDetail } from '@/lib/contract/console/drills'
import { madeAt } from '@/lib/domain/drill/record'
import { call, clusterIdOf, createCluster, stateOf } from './api'
import { expect, test, type Mosaik } from './fixtures'

/** Every drill on real brokers: those that have to pass do, and those that have to fail do not pass by luck. */
test.use({ network: '127.119.0.0/16' })
test.describe.configure({ mode: 'serial', timeout: 300_000 })

let arn = ''
const path = (mosaikPath = '') => `/api/console/clusters/${clusterIdOf(arn)}/drills${mosaikPath}`

const off = async (mosaik: Mosaik, kind: string) =>
  (await call(mosaik, drillListSchema, path())).offered.find((each) => each.kind === kind)?.off ?? null

async function begin(mosaik: Mosaik, order: { kind: string } & Record<string, unknown>): Promise<string> {
  await expect.poll(() => off(mosaik, order.kind), { timeout: 180_000 }).toBeNull()
  return (await call(mosaik, z.object({ drillId: z.string() }), path(), 'POST', order)).drillId
}

const read = (mosaik: Mosaik, drillId: string) => call(mosaik, drillDetailSchema, path(`/${drillId}`))

async function carryOut(
  mosaik: Mosaik,
  order: { kind: string } & Record<string, unknown>,
): Promise<DrillDetail> {
  const drillId = await begin(mosaik, order)
  await expect
    .poll(async () => (await read(mosaik, drillId)).state, { timeout: 240_000, intervals: [500] })
    .not.toBe('RUNNING')
  const drill = await read(mosaik, drillId)
  tell(drill)
  return drill
}

/** The numbers, for whoever reads the run. */
function tell({ kind, state, record, receipt, verdict, acks, healing }: DrillDetail): void {
  const from = madeAt(record) ?? 0
  const after = (at: number | null) => (at === null ? '-' : `${((at - from) / 1000).toFixed(1)} s`)
  const { detectedAt, elsewhereAt, healedAt, fullIsrAt } = record.marks
  console.log(
    `${kind} (acks=${acks}, healing ${healing}): ${state}; noticed ${after(detectedAt)}, led elsewhere ${after(elsewhereAt)}, ` +
      `healed ${after(healedAt)}, in sync ${after(fullIsrAt)}, gap ${receipt?.longestGap?.ms ?? '-'} ms, ` +
      `${receipt?.acknowledged} acknowledged, ${receipt?.lost} lost, ${receipt?.duplicated} twice; ` +
      `${record.evidence.map(({ is, node }) => `${is}@${node}`).join(' ')}; ` +
      `broken: ${verdict?.flatMap(({ is, invariant }) => (is === 'kept' ? [] : [invariant])).join(' ')} ${JSON.stringify(record.stop)}`,
  )
}

const broken = ({ verdict }: DrillDetail) =>
  verdict?.flatMap(({ is, invariant }) => (is === 'kept' ? [] : [invariant]))

test('a cluster is made for it', async ({ mosaik }) => {
  arn = await createCluster(mosaik, 'drills')
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 120_000 }).toBe('ACTIVE')
})

const zoneOf = async (mosaik: Mosaik) => {
  const zones = z.object({ zones: z.array(z.object({ zoneId: z.string() })) })
  const found = await call(mosaik, zones, `/api/console/clusters/${clusterIdOf(arn)}`)
  return found.zones[1]?.zoneId
}

for (const [kind, proof] of [
  ['killBroker', 'leadersMoved'],
  ['freezeBroker', 'silent'],
  ['loseVolume', 'otherDirectory'],
  ['fillVolume', 'braked'],
  ['killZone', 'fenced'],
  ['freezeZone', 'stoppedState'],
  ['killController', 'otherProcess'],
  ['loseControllerLeader', 'quorumMoved'],
] as const) {
  test(`${kind} passes, and the fault is proven`, async ({ mosaik }) => {
    const target = kind.endsWith('Zone')
      ? { zoneId: await zoneOf(mosaik) }
      : { nodeId: kind === 'killController' ? 10_002 : 2 }
    const drill = await carryOut(mosaik, { kind, ...target })
    expect(drill.record.evidence.map(({ is }) => is)).toContain(proof)
    expect(broken(drill)).toEqual([])
    expect(drill.state).toBe('PASSED')
  })
}

test('with healing paused the same drill fails, and healing goes on after it', async ({ mosaik }) => {
  const drill = await carryOut(mosaik, { kind: 'killBroker', nodeId: 1, healing: 'paused' })
  expect(drill.state).toBe('FAILED')
  expect(drill.record.stop?.is).toBe('notHealed')
  expect(broken(drill)).toEqual(['healed', 'fullIsr'])
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 60_000 }).toBe('ACTIVE')
})

test('with acks=1 the same drill fails, whatever was lost', async ({ mosaik }) => {
  const drill = await carryOut(mosaik, { kind: 'freezeBroker', nodeId: 3, acks: 'leader' })
  expect(drill.state).toBe('FAILED')
  expect(broken(drill)).toContain('acknowledged')
})

test('a broker that is frozen while Mosaik is killed goes on once Mosaik is back', async ({ mosaik }) => {
  const drillId = await begin(mosaik, { kind: 'freezeBroker', nodeId: 2, healing: 'paused' })
  const pid = async () => (await read(mosaik, drillId)).record.faults[0]?.pid ?? 0
  await expect
    .poll(async () => (await read(mosaik, drillId)).record.phase, { timeout: 60_000 })
    .toBe('healing')
  const frozen = await pid()
  expect(processState(frozen)).toBe('T')
  await mosaik.kill()
  expect(processState(frozen)).toBe('T')
  await mosaik.start()
  await expect.poll(async () => (await read(mosaik, drillId)).state, { timeout: 60_000 }).toBe('INTERRUPTED')
  expect(processState(frozen)).not.toBe('T')
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 90_000 }).toBe('ACTIVE')
})

test('ended early, a volume is as it was', async ({ mosaik }) => {
  const drillId = await begin(mosaik, { kind: 'fillVolume', nodeId: 1 })
  await expect
    .poll(async () => (await read(mosaik, drillId)).record.phase, { timeout: 60_000 })
    .toBe('healing')
  await call(mosaik, z.object({}), path(`/${drillId}/end`), 'POST', {})
  await expect.poll(async () => (await read(mosaik, drillId)).state, { timeout: 60_000 }).toBe('ENDED')
  const { record } = await read(mosaik, drillId)
  expect(record.faults[0]?.liftedAt).not.toBeNull()
  await expect.poll(() => stateOf(mosaik, arn), { timeout: 90_000 }).toBe('ACTIVE')
})

/** The kernel's own letter. */
function processState(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2)[0] ?? ''
}
