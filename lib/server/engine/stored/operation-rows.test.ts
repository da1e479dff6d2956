import { expect, test } from 'vitest'
import type { StepRow } from '@/lib/domain/plan/plan'
import { changedRows, mergeRows } from './operation-rows'
import type { StoredOperation } from './stored-cluster'

const operation = (rows: StoredOperation['rows'] = []): StoredOperation => ({
  id: 'operation',
  arn: 'arn',
  clusterId: 'cluster',
  clusterArn: 'arn',
  clusterName: 'name',
  region: 'us-east-1',
  kind: 'CREATE',
  actor: 'console',
  mskType: null,
  state: 'UPDATE_IN_PROGRESS',
  sourceGeneration: null,
  targetGeneration: 1,
  undoing: false,
  receipt: null,
  brokerReceipt: null,
  placement: [],
  moves: [],
  movesPlanned: 0,
  bytesPlanned: 0,
  drains: false,
  throttle: null,
  paused: false,
  cancelAskedAt: null,
  createdAt: at(0),
  endedAt: null,
  errorCode: null,
  errorMessage: null,
  problem: null,
  rows,
})
function at(ms: number): Date {
  return new Date(1_000_000 + ms)
}
const recovering = (progress: number): StepRow => ({
  step: 'nodes',
  node: 1,
  phase: 'recovering',
  why: { for: 'recovery', node: 1, progress, logsLeft: null },
})
const waiting: StepRow = { step: 'nodes', node: 1, phase: 'waiting', why: null }
const done: StepRow = { step: 'nodes', node: 1, phase: 'done', why: null }

/** Tells the rows one after another, as the engine does; returns how many were written each time. */
function tell(story: readonly { ms: number; rows: readonly StepRow[] }[]) {
  let current = operation()
  const written = story.map(({ ms, rows }) => {
    const changed = changedRows(current, rows, at(ms))
    current = operation(mergeRows(current.rows, changed))
    return changed.length
  })
  return { written, row: current.rows[0] }
}

test('a row keeps the time at which each phase began', () => {
  const { row } = tell([
    { ms: 0, rows: [waiting] },
    { ms: 100, rows: [recovering(0)] },
    { ms: 900, rows: [done] },
  ])
  expect(row).toMatchObject({ phase: 'done', startedAt: at(100), since: at(900), endedAt: at(900) })
  expect(JSON.parse(row?.phases ?? '')).toEqual([
    { phase: 'waiting', at: at(0).toISOString() },
    { phase: 'recovering', at: at(100).toISOString() },
    { phase: 'done', at: at(900).toISOString() },
  ])
})

test('what did not change is not written', () => {
  expect(tell([0, 100, 200].map((ms) => ({ ms, rows: [waiting] }))).written).toEqual([1, 0, 0])
})

test('a reason that runs is written once a second', () => {
  const story = Array.from({ length: 30 }, (_, tick) => ({ ms: tick * 100, rows: [recovering(tick / 30)] }))
  const { written, row } = tell(story)
  expect(written.reduce((sum, count) => sum + count, 0)).toBe(3)
  expect(row?.since).toEqual(at(0))
})

test('a row the planner no longer tells of has come to its end', () => {
  const { row } = tell([
    { ms: 0, rows: [recovering(0)] },
    { ms: 500, rows: [] },
  ])
  expect(row).toMatchObject({ phase: 'done', endedAt: at(500) })
})

test('a node that falls back is under way again', () => {
  const { row } = tell([
    { ms: 0, rows: [done] },
    { ms: 500, rows: [waiting] },
  ])
  expect(row).toMatchObject({ phase: 'waiting', endedAt: null })
})
