import { describe, expect, test } from 'vitest'
import type { OperationRow } from '@/lib/contract/console/clusters'
import type { RowPhase } from '@/lib/domain/plan/plan'
import { lanesOf } from './lanes'
import { phaseMarks } from './phases'
import { usualMs, segmentsOf, timeAxis } from './time-axis'

const START = Date.parse('2026-11-22T14:31:38Z')
const iso = (afterMs: number) => new Date(START + afterMs).toISOString()

function row(step: OperationRow['step'], nodeId: number | null, phases: [RowPhase, number][]): OperationRow {
  const [last, at] = phases.at(-1) ?? ['waiting', 0]
  return {
    step,
    nodeId,
    role: nodeId === null ? null : 'broker',
    zoneId: nodeId === null ? null : 'use1-az1',
    endpoint: null,
    phase: last,
    since: iso(at),
    startedAt: iso(0),
    endedAt: null,
    why: null,
    phases: phases.map(([phase, ms]) => ({ phase, at: iso(ms) })),
  }
}

describe('lanes', () => {
  // As the engine stores them: in no order, and the later step tells of the node from the beginning on.
  const rows = [
    row('quorum', 1, [['joining', 0]]),
    row('verify', null, [['waiting', 0]]),
    row('release', null, [
      ['fetching', 0],
      ['done', 500],
    ]),
    row('nodes', 1, [
      ['waiting', 0],
      ['starting', 500],
      ['done', 3000],
    ]),
    row('nodes', 2, [
      ['waiting', 0],
      ['starting', 700],
    ]),
    row('quorum', 2, [['joining', 0]]),
  ]
  const lanes = lanesOf({ rows })
  const lane = (nodeId: number) =>
    lanes.find((candidate) => candidate.nodeId === nodeId) ?? { phase: null, phases: [] }

  test('in the order of the steps, a lane a node, standing where its first open step is', () => {
    expect(lanes.map(({ key, phase }) => [key, phase])).toEqual([
      ['release', 'done'],
      ['node 1', 'joining'],
      ['node 2', 'starting'],
      ['verify', 'waiting'],
    ])
  })

  test('a later step counts from where the one before it was through', () => {
    const told = (nodeId: number) => lane(nodeId).phases.map(({ phase, fromMs }) => [phase, fromMs - START])
    expect(told(1)).toEqual([
      ['starting', 500],
      ['done', 3000],
      ['joining', 3000],
    ])
    expect(told(2)).toEqual([['starting', 700]])
  })

  test('an open phase reaches to now', () => {
    const axis = timeAxis({ startMs: START, nowMs: START + 5000, endMs: null, expectedMs: 10_000 })
    const segments = segmentsOf(lane(1), axis, START + 5000)
    expect(segments.map(({ phase, isOpen }) => [phase, isOpen])).toEqual([
      ['starting', false],
      ['joining', true],
    ])
    const last = segments.at(-1)
    expect((last?.from ?? 0) + (last?.width ?? 0)).toBeCloseTo(axis.now ?? -1)
  })
})

describe('the axis', () => {
  test('is as long as expected, then as long as it takes, with few round ticks', () => {
    const early = timeAxis({ startMs: 0, nowMs: 1000, endMs: null, expectedMs: 40_000 })
    expect(early.spanMs).toBeCloseTo(44_800)
    expect(early.ticks.map(({ seconds }) => seconds)).toEqual([0, 10, 20, 30, 40])
    const late = timeAxis({ startMs: 0, nowMs: 90_000, endMs: null, expectedMs: 40_000 })
    expect(late.spanMs).toBeCloseTo(100_800)
  })
  test('ends with the operation and has no now-line then', () => {
    expect(timeAxis({ startMs: 0, nowMs: 90_000, endMs: 8000, expectedMs: 6000 })).toMatchObject({
      now: null,
      spanMs: 8960,
    })
  })
  test('expects the middle of the last three', () => {
    expect(usualMs([])).toBeNull()
    expect(usualMs([6000, 40_000, 5800])).toBe(6000)
  })
})

describe('phase marks', () => {
  test('a phase passed without a stay counts as passed', () => {
    expect(phaseMarks('CREATE', { phase: 'joining', phases: [] })).toEqual([
      'passed',
      'passed',
      'current',
      'ahead',
      'ahead',
    ])
  })
  test('done is reached, waiting has everything ahead', () => {
    expect(phaseMarks('STOP', { phase: 'done', phases: [] })).toEqual(['passed', 'reached'])
    expect(phaseMarks('STOP', { phase: 'waiting', phases: [] })).toEqual(['ahead', 'ahead'])
  })
  test('a failure marks the furthest phase it came to', () => {
    const phases = [{ phase: 'starting', fromMs: 0, toMs: null }] as const
    expect(phaseMarks('CREATE', { phase: 'failed', phases })).toEqual([
      'failed',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ])
  })
})
