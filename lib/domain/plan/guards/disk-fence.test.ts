import { describe, expect, it } from 'vitest'
import { BRAKE_BYTES_PER_SECOND as SLOW } from '../../volume-limit'
import { clusterState } from '../cluster-state'
import { stopPermit } from '../permit'
import { plan } from '../planner'
import { stillRight } from '../second-look'
import { absent, NOW, operation, partition, running, world, type Change } from '../testing/worlds'
import { fencedNodes } from '../volumes'
import type { Brake, NodeId, QuotasSeen, World } from '../world'

type Volumes = {
  fills: Readonly<Record<NodeId, number>>
  hostFree?: number
  rate?: number | null
  brake?: Brake | null
  canChange?: boolean
}

function filled(
  { fills, hostFree = 0.5, rate = null, brake = null, canChange = true }: Volumes,
  change: Change = {},
): World {
  const before = world(change)
  const { volumeBytes } = before.desired
  const usedBytes = Object.fromEntries(Object.entries(fills).map(([id, fill]) => [id, fill * volumeBytes]))
  const quotas: QuotasSeen = { defaultRate: rate, canChange }
  return {
    ...before,
    brake,
    observed: {
      ...before.observed,
      volumes: { at: NOW, value: { usedBytes, hostFree } },
      kafka: { ...before.observed.kafka, quotas: { at: NOW, value: quotas } },
    },
  }
}

/** Nobody is there to say where partitions are. */
const blinded = (seen: World): World => ({
  ...seen,
  observed: {
    ...seen.observed,
    kafka: { ...seen.observed.kafka, partitions: { unknown: 'No broker answers.' } },
  },
})

const guarded = (seen: World) => plan(seen).guarded
const note = (before: number | null) => ({ do: 'noteBrake', before, since: NOW })
const brake = (rate: number | null) => ({ do: 'brake', rate })
const stop = (node: NodeId) => ({ do: 'stop', node, boot: `boot-${node}` })
const UNBRAKED = { do: 'unbraked' }

describe('the brake', () => {
  const low = { 1: 0.5, 2: 0.6, 3: 0.7 }
  const near = { ...low, 2: 0.94 }
  const between = { ...low, 2: 0.91 }
  const on = { before: null, since: NOW }
  it.each<[string, Volumes, unknown[]]>([
    ['nothing near its end', { fills: low }, []],
    ['written down before it is set', { fills: near }, [note(null)]],
    ['with the quota there was', { fills: near, rate: 500_000 }, [note(500_000)]],
    ['set once it is written down', { fills: near, brake: on }, [brake(SLOW)]],
    [
      'set where there was a quota',
      { fills: near, brake: { before: 500_000, since: NOW }, rate: 500_000 },
      [brake(SLOW)],
    ],
    ['it is on', { fills: near, brake: on, rate: SLOW }, []],
    ['stays on until it is well below', { fills: between, brake: on, rate: SLOW }, []],
    ['is not set there', { fills: between }, []],
    ['lifted', { fills: low, brake: on, rate: SLOW }, [brake(null)]],
    [
      'lifted to what it was',
      { fills: low, brake: { before: 500_000, since: NOW }, rate: SLOW },
      [brake(500_000)],
    ],
    ['forgotten once it is lifted', { fills: low, brake: on, rate: null }, [UNBRAKED]],
    [
      'another quota set meanwhile is kept for later',
      { fills: near, brake: on, rate: 700_000 },
      [note(700_000)],
    ],
    ['another quota set meanwhile stands', { fills: low, brake: on, rate: 700_000 }, [UNBRAKED]],
    ['a quota lower than the brake stands', { fills: near, rate: 500 }, []],
    ['a volume nobody has counted lifts nothing', { fills: { 1: 0.1, 3: 0.1 }, brake: on, rate: SLOW }, []],
    ['no brake before Kafka 2.6', { fills: near, canChange: false }, []],
    ['a host without space', { fills: low, hostFree: 0.09, brake: on }, [brake(SLOW), stop(3)]],
    ['the host has a little more', { fills: low, hostFree: 0.105 }, []],
    ['… which is not enough to lift it', { fills: low, hostFree: 0.105, brake: on, rate: SLOW }, [stop(3)]],
  ])('%s', (_, volumes, moves) => {
    expect(guarded(filled(volumes))).toEqual(moves)
  })

  it('is asked about only near the end', () => {
    expect(plan(filled({ fills: low })).wants.quotas).toBe(false)
    expect(plan(filled({ fills: near })).wants.quotas).toBe(true)
    expect(plan(filled({ fills: low, brake: on })).wants.quotas).toBe(true)
  })

  it('is confirmed by a second look', () => {
    expect(stillRight(filled({ fills: near, brake: on }), { do: 'brake', rate: SLOW })).toBe(true)
    expect(stillRight(filled({ fills: low, brake: on, rate: SLOW }), { do: 'brake', rate: SLOW })).toBe(false)
  })

  it('waits for nobody: it is set while nodes are healed', () => {
    const seen = filled({ fills: near, brake: on }, { procs: { 3: absent() } })
    expect(plan(seen).moves).toMatchObject([{ do: 'start', node: 3 }])
    expect(guarded(seen)).toEqual([brake(SLOW)])
  })

  it('leaves a cluster alone that shall not run', () => {
    const seen = filled({ fills: near, brake: on })
    expect(guarded({ ...seen, desired: { ...seen.desired, power: 'off' } })).toEqual([])
    expect(guarded({ ...seen, creation: 'pending' })).toEqual([])
  })
})

describe('the stop at the limit', () => {
  const on = { brake: { before: null, since: NOW }, rate: SLOW }
  const full = { fills: { 1: 0.5, 2: 0.975, 3: 0.98 }, ...on }
  it('is of one broker, the fullest', () => {
    expect(guarded(filled(full))).toEqual([stop(3)])
  })
  it.each<[string, Change]>([
    [
      'a partition has its only replica there',
      {
        partitions: {
          'a-0': partition({ replicas: [3], isr: [3], minIsr: 1 }),
          'b-0': partition({ replicas: [2], isr: [2], minIsr: 1 }),
        },
      },
    ],
    ['a partition needs all its replicas', { partitions: { 'a-0': partition({ minIsr: 3 }) } }],
    ['others have not caught up', { partitions: { 'a-0': partition({ isr: [2, 3] }) } }],
    ['somebody else is down', { procs: { 1: absent() } }],
  ])('is not made where %s', (_, change) => {
    expect(guarded(filled(full, change)).filter((move) => move.do === 'stop')).toEqual([])
  })
  it('is not made beside a roll that stops somebody', () => {
    const seen = filled(full, { rows: { 1: { assigned: { generation: 1, hash: 'broker-r2-hash' } } } })
    expect(plan(seen).moves.length).toBeGreaterThan(0)
    expect(guarded(seen)).toEqual([])
  })
})

const slowedFor = (ms: number): Brake => ({ before: null, since: NOW - ms })

describe('a broker that is down for its volume', () => {
  const on = { brake: { before: null, since: NOW }, rate: SLOW }
  const others = { 'orders-0': partition({ isr: [1, 2], leader: 1 }) }
  const down = { procs: { 3: absent() }, partitions: others }
  const seen = filled({ fills: { 1: 0.5, 2: 0.5, 3: 0.972 }, ...on }, down)

  it('is not started, and nobody is ill', () => {
    expect([...fencedNodes(seen)]).toEqual([3])
    expect(plan(seen).moves).toEqual([])
    expect(plan(seen).verdicts.every(({ verdict }) => verdict.is === 'done')).toBe(true)
    expect(clusterState(seen)).toBe('ACTIVE')
  })
  it('is told of as what another stop waits for', () => {
    expect(stopPermit(seen, 2)).toMatchObject({ is: 'refused', why: { for: 'volume', node: 3 } })
  })
  it('does not keep a change from its end', () => {
    const changed = { ...seen, operation: operation('UPDATE', { restarts: false, changesSettings: false }) }
    expect(plan(changed).outcome).toMatchObject({ is: 'complete' })
  })
  it.each<[string, World]>([
    ['its volume has grown', filled({ fills: { 1: 0.3, 2: 0.3, 3: 0.6 }, ...on }, down)],
    [
      'it died',
      filled(
        { fills: { 3: 0.972 }, ...on },
        { ...down, procs: { 3: absent({ lastExit: { boot: 'x', at: 0, reason: 'x' } }) } },
      ),
    ],
    [
      'others do not do without it',
      filled(
        { fills: { 3: 0.972 }, ...on },
        { procs: { 3: absent() }, partitions: { 'orders-0': partition({ isr: [1], leader: 1 }) } },
      ),
    ],
    [
      'nobody runs',
      blinded(filled({ fills: { 3: 0.972 }, ...on }, { procs: { 1: absent(), 2: absent(), 3: absent() } })),
    ],
    ['somebody had Kafka keep less', { ...seen, roomAskedAt: NOW - 10_000 }],
    [
      'producers have been slowed for most of a quarter of an hour',
      { ...seen, brake: slowedFor(13 * 60_000) },
    ],
  ])('is started where %s', (_, then) => {
    expect(plan(then).moves).toContainEqual(expect.objectContaining({ do: 'start', node: 3 }))
  })
  it('is not stopped again while it may delete, and is afterwards', () => {
    const freed = (askedAt: number) => ({
      ...filled({ fills: { 1: 0.5, 2: 0.5, 3: 0.995 }, ...on }, { procs: { 3: running(3) } }),
      roomAskedAt: askedAt,
    })
    expect(guarded(freed(NOW - 10_000))).toEqual([])
    expect(guarded(freed(NOW - 200_000))).toEqual([stop(3)])
  })
  it.each([
    ['at once', 0, true],
    ['but not in the last minutes of a quarter of an hour', 14 * 60_000, false],
    ['and again after it', 15 * 60_000, true],
    ['and where the clock went back', -60_000, true],
  ])('is stopped %s', (_, ms, isStopped) => {
    const fast = filled({ fills: { 1: 0.5, 2: 0.5, 3: 0.98 }, brake: slowedFor(ms), rate: SLOW })
    expect(guarded(fast)).toEqual(isStopped ? [stop(3)] : [])
  })
})
