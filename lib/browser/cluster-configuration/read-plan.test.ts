import { expect, test } from 'vitest'
import type { ConfigurationPlan } from '@/lib/contract/console/configuration-change'
import { applyOff, isRefusedForNow, isRisky, outcomeOf, restartsOf, risksText, stepsOf } from './read-plan'

const plan = (over: Partial<ConfigurationPlan> = {}): ConfigurationPlan => ({
  clusterName: 'shop',
  clusterArn: 'arn',
  currentVersion: 'K1',
  version: null,
  from: null,
  to: null,
  refusals: [],
  changes: [],
  strangers: [],
  steps: [],
  restarts: [],
  topicsAtRisk: [],
  losesQuorum: false,
  lastDurationsMs: [],
  command: null,
  hash: 'h',
  ...over,
})
const restart = (nodeId: number, role: 'broker' | 'controller' | 'combined') => ({
  nodeId,
  role,
  zoneId: 'use1-az1',
})
const change = (effect: 'running' | 'restart' | 'none') => ({
  name: 'log.retention.ms',
  from: '1',
  to: '2',
  effect,
  isReadByControllers: false,
  isClusterWide: false,
})
const risk = { topic: 'orders', partitions: 3, is: 'offline' as const, replicas: 1, minIsr: 1 }

test('the first broker is the trial, and controllers go before it', () => {
  const restarts = [restart(10_001, 'controller'), restart(1, 'broker'), restart(2, 'broker')]
  expect(restartsOf({ restarts }).map(({ place, isTrial }) => [place, isTrial])).toEqual([
    [1, false],
    [2, true],
    [3, false],
  ])
  expect(restartsOf({ restarts: [restart(1, 'combined')] })[0]?.isTrial).toBe(false)
})

test.each([
  [plan(), 'nothing'],
  [plan({ changes: [change('none')] }), 'nothing'],
  [plan({ strangers: null }), 'takenBack'],
  [plan({ strangers: [{ name: 'a', node: 1, value: '1', wanted: null }] }), 'takenBack'],
  [plan({ changes: [change('running')] }), 'running'],
  [plan({ changes: [change('restart')], restarts: [restart(1, 'broker')] }), 'restart'],
] as const)('what it comes to, %#', (read, outcome) => {
  expect(outcomeOf(read)).toBe(outcome)
})

test('only steps that do something on a running cluster are listed', () => {
  const all = (['release', 'nodes', 'quorum', 'roll', 'settings', 'verify'] as const).map((step) => ({
    step,
    undo: 'free' as const,
  }))
  expect(stepsOf(plan({ steps: all }))).toEqual([])
  expect(stepsOf(plan({ steps: all, changes: [change('running')] }))).toEqual(['settings', 'verify'])
  expect(
    stepsOf(plan({ steps: all, changes: [change('restart')], restarts: [restart(1, 'broker')] })),
  ).toEqual(['roll', 'verify'])
})

test('a revision that is refused for itself says nothing of what would change', () => {
  const stopped = { may: false, why: 'The cluster is stopped.' } as const
  expect(isRefusedForNow(plan({ refusals: [stopped.why] }), stopped)).toBe(true)
  expect(isRefusedForNow(plan({ refusals: [stopped.why, 'It does not fit.'] }), stopped)).toBe(false)
  expect(isRefusedForNow(plan({ refusals: ['It does not fit.'] }), { may: true })).toBe(false)
})

test('interruptions are agreed to for what was read, and not for what came since', () => {
  const read = plan({ topicsAtRisk: [risk], restarts: [restart(1, 'broker')] })
  const worse = plan({
    topicsAtRisk: [risk, { ...risk, topic: 'payments' }],
    restarts: [restart(1, 'broker')],
  })
  const asked = { isAsking: false, isAsked: false }
  expect(applyOff({ ...asked, plan: read, accepted: null })).toBe('risks')
  expect(applyOff({ ...asked, plan: read, accepted: risksText(read) })).toBeNull()
  expect(applyOff({ ...asked, plan: worse, accepted: risksText(read) })).toBe('risks')
  expect(applyOff({ ...asked, plan: plan(), accepted: null })).toBeNull()
})

test('what is not known is no reason to go on without asking', () => {
  expect(isRisky(plan({ topicsAtRisk: null, restarts: [restart(1, 'broker')] }))).toBe(true)
  expect(isRisky(plan({ topicsAtRisk: null }))).toBe(false)
})

test('nothing is applied without its plan, against a refusal, or twice', () => {
  const asked = { plan: plan(), accepted: null, isAsking: false, isAsked: false }
  expect(applyOff({ ...asked, plan: undefined })).toBe('asking')
  expect(applyOff({ ...asked, isAsking: true })).toBe('asking')
  expect(applyOff({ ...asked, plan: plan({ refusals: ['No.'] }) })).toBe('refused')
  expect(applyOff({ ...asked, isAsked: true })).toBe('asked')
})
