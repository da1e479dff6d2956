import { describe, expect, it } from 'vitest'
import { advanceDrill, STEADY_MS } from '../../drill/advance'
import { drillFacts, partitionsAtRisk } from '../../drill/facts'
import { planFaults } from '../../drill/plan-faults'
import type { DrillRecord, Fault } from '../../drill/record'
import { drill as plainDrill, fault as plainFault } from '../../drill/testing/drills'
import { plan } from '../planner'
import { stillRight } from '../second-look'
import { absent, NOW, operation, partition, running, world } from '../testing/worlds'
import type { World } from '../world'

const fault = (change: Partial<Fault> = {}) => plainFault({ notedAt: NOW, untilAt: NOW + 60_000, ...change })
const drilled = (drill: Partial<DrillRecord>, seen: World = world()): World => ({
  ...seen,
  drill: plainDrill(drill.phase ?? 'injecting', { faults: [fault()], ...drill }),
})
const kill = { do: 'inject', node: 2, drill: 'drill-1', fault: 'kill', boot: 'boot-2', bytes: null }
const lift = { do: 'lift', node: 2, drill: 'drill-1', fault: 'kill', boot: 'boot-2' }
const dead = world({ procs: { 2: absent() } })
const other = world({ procs: { 2: running(2, { boot: 'boot-2b' }) } })

describe('the faults of a drill', () => {
  it.each<[string, World, readonly object[]]>([
    ['made once they are on record', drilled({}), [kill]],
    ['not before their phase', drilled({ phase: 'steady' }), []],
    ['not once they are seen', drilled({ faults: [fault({ injectedAt: NOW })] }), []],
    ['not for another process', drilled({}, other), []],
    ['not for one that is gone', drilled({}, dead), []],
    [
      'a volume is taken from one that just died',
      drilled({ faults: [fault({ is: 'loseVolume' })] }, dead),
      [{ ...kill, fault: 'loseVolume' }],
    ],
    ['not once the drill is stopped', drilled({ stop: { is: 'asked', detail: null } }), []],
    [
      'left alone while the cluster heals',
      drilled({ phase: 'healing', faults: [fault({ injectedAt: NOW })] }),
      [],
    ],
    ['lifted at the end', drilled({ phase: 'lifting' }), [lift]],
    [
      'lifted when their time is over',
      drilled({ phase: 'healing', faults: [fault({ untilAt: NOW })] }),
      [lift],
    ],
    [
      'lifted where the clock was set back since they were made',
      drilled({
        phase: 'healing',
        faults: [fault({ injectedAt: NOW + 3_600_000, untilAt: NOW + 3_660_000 })],
      }),
      [lift],
    ],
    ['lifted once', drilled({ phase: 'lifting', faults: [fault({ liftedAt: NOW })] }), []],
    [
      'lifted while an operation is under way',
      { ...drilled({ phase: 'lifting' }), operation: operation('UPDATE') },
      [lift],
    ],
    ['none where there is no drill', world(), []],
  ])('%s', (_, seen, moves) => {
    expect(plan(seen).guarded).toEqual(moves)
  })

  it('are confirmed by a second look', () => {
    const move = plan(drilled({})).guarded[0]
    if (move === undefined) throw new Error('Nothing is made.')
    expect(stillRight(drilled({}), move)).toBe(true)
    expect(stillRight(drilled({}, other), move)).toBe(false)
  })

  it('do not keep the steps from healing', () => {
    const seen = drilled({ phase: 'healing', faults: [fault({ injectedAt: NOW })] }, dead)
    expect(plan(seen).moves).toMatchObject([{ do: 'start', node: 2 }])
    expect(plan(seen).wants.partitions).toBe(true)
  })
})

describe('just before', () => {
  const facts = (seen: World) =>
    drillFacts(seen, { epoch: 7, isEndAsked: false, canary: 'running', signs: null })
  const steady = plainDrill('steady', { phases: [{ phase: 'steady', at: NOW - STEADY_MS }] })
  const next = (seen: World) => advanceDrill(steady, facts(seen), () => planFaults(steady, seen, facts(seen)))

  it('writes down which process it is meant for, and until when', () => {
    const { phase, faults } = next(world({ partitions: { 'a-0': partition() } }))
    expect(phase).toBe('injecting')
    expect(faults).toMatchObject([{ node: 2, is: 'kill', boot: 'boot-2', notedAt: NOW, led: 0 }])
    expect(faults[0]?.untilAt).toBeGreaterThan(NOW + steady.bounds.fullIsrMs)
  })

  it.each([
    ['a partition has its only replica there', { replicas: [2], isr: [2], minIsr: 1 }],
    ['a partition would fall below its min ISR', { replicas: [1, 2], isr: [1, 2], minIsr: 2 }],
  ])('nothing is made where %s', (_, change) => {
    const seen = world({ partitions: { 'a-0': partition(change) } })
    expect(next(seen)).toMatchObject({ phase: 'lifting', faults: [], stop: { is: 'atRisk', detail: 'a-0' } })
  })

  it('a zone counts as a whole', () => {
    const seen = world({
      partitions: {
        'a-0': partition({ minIsr: 1 }),
        'b-0': partition({ replicas: [1, 2], isr: [1, 2], minIsr: 1 }),
      },
    })
    expect(partitionsAtRisk(seen, [1])).toEqual([])
    expect(partitionsAtRisk(seen, [1, 2])).toContain('b-0')
  })
})
