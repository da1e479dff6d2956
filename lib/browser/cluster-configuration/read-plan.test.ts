import { expect, test } from 'vitest'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import {
  applyOff,
  expectedMs,
  isRefusedForNow,
  isRisky,
  outcomeOf,
  restartsOf,
  risksText,
  stepsOf,
} from './read-plan'

const plan = (over: Partial<ChangePlan> = {}): ChangePlan => ({
  clusterName: 'shop',
  clusterArn: 'arn',
  currentVersion: 'K1',
  version: null,
  from: null,
  to: null,
  refusals: [],
  notNow: null,
  facts: [],
  added: [],
  leaving: [],
  placement: null,
  changes: [],
  strangers: [],
  steps: [],
  restarts: [],
  restartsAgain: [],
  hasTrial: true,
  topicsAtRisk: [],
  losesQuorum: false,
  lastDurationsMs: [],
  command: null,
  terraform: null,
  hash: 'h',
  ...over,
})
const moving: ChangePlan['placement'] = {
  partitions: 1,
  leadersOnly: 0,
  leaderChanges: 0,
  bytes: 300,
  rate: 10,
  copyMs: 30_000,
  brokers: [],
  zones: [],
  moves: [],
}
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
const volume = { name: 'volumeSizeGB', from: '1', to: '2' } as const
const brokers = { name: 'numberOfBrokerNodes', from: '3', to: '6' } as const
const added = { nodeId: 4, zoneId: 'use1-az1', endpoint: '127.0.0.1:9092' }
const risk = { topic: 'orders', partitions: 3, is: 'offline' as const, replicas: 1, minIsr: 1 }

test('the first broker is the trial, and controllers go before it', () => {
  const restarts = [restart(10_001, 'controller'), restart(1, 'broker'), restart(2, 'broker')]
  expect(restartsOf({ restarts, hasTrial: true }).map(({ place, isTrial }) => [place, isTrial])).toEqual([
    [1, false],
    [2, true],
    [3, false],
  ])
  expect(restartsOf({ restarts: [restart(1, 'combined')], hasTrial: true })[0]?.isTrial).toBe(false)
})

test.each([
  [plan(), 'nothing'],
  [plan({ changes: [change('none')] }), 'nothing'],
  [plan({ strangers: null }), 'takenBack'],
  [plan({ strangers: [{ name: 'a', node: 1, value: '1', wanted: null }] }), 'takenBack'],
  [plan({ changes: [change('running')] }), 'running'],
  [plan({ changes: [change('restart')], restarts: [restart(1, 'broker')] }), 'restart'],
  [plan({ facts: [volume] }), 'atOnce'],
  [plan({ facts: [brokers], added: [added] }), 'added'],
  [plan({ facts: [brokers], leaving: [3] }), 'leaving'],
  [plan({ facts: [brokers], added: [added], restarts: [restart(1, 'broker')] }), 'restart'],
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
  const more = (['nodes', 'quorum', 'placement', 'retire', 'verify'] as const).map((step) => ({
    step,
    undo: 'free' as const,
  }))
  expect(stepsOf(plan({ steps: more, added: [added] }))).toEqual(['nodes', 'verify'])
  expect(stepsOf(plan({ steps: more, leaving: [3] }))).toEqual(['placement', 'retire', 'verify'])
})

test('a revision that is refused for itself says nothing of what would change', () => {
  const notNow = 'The cluster is stopped.'
  expect(isRefusedForNow(plan({ refusals: [notNow], notNow }))).toBe(true)
  expect(isRefusedForNow(plan({ refusals: [notNow, 'It does not fit.'], notNow }))).toBe(false)
  expect(isRefusedForNow(plan({ refusals: ['It does not fit.'] }))).toBe(false)
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

test.each<[string, Partial<ChangePlan>, number | null]>([
  ['nothing is known of restarts that were never made', { restarts: [restart(1, 'broker')] }, null],
  [
    'restarts take as long as they took',
    { restarts: [restart(1, 'broker')], lastDurationsMs: [4_000, 6_000, 5_000] },
    5_000,
  ],
  [
    'moves take as long as they copy, whatever settings took',
    { placement: moving, lastDurationsMs: [1] },
    30_000,
  ],
  [
    'both take both',
    { placement: moving, restarts: [restart(1, 'broker')], lastDurationsMs: [5_000] },
    35_000,
  ],
])('%s', (_, over, ms) => {
  expect(expectedMs(plan(over))).toBe(ms)
})

test('who is refused by another release has to be agreed to, who is unknown not', () => {
  const upgrade = (verdict: 'refused' | 'unknown') =>
    plan({
      version: {
        from: '3.9.2',
        to: '4.3.1',
        release: '4.3.1',
        protocol: null,
        defaults: [],
        deprecated: [],
        clients: {
          removes: true,
          silent: [],
          countedSince: null,
          clients: [
            { software: { name: 'old', version: '1' }, connections: 2, listeners: [], verdict, refused: [] },
          ],
        },
      },
    })
  const asked = { isAsking: false, isAsked: false }
  expect(risksText(upgrade('refused'))).toBe('old 1')
  expect(applyOff({ ...asked, plan: upgrade('refused'), accepted: null })).toBe('risks')
  expect(applyOff({ ...asked, plan: upgrade('refused'), accepted: 'old 1' })).toBeNull()
  expect(applyOff({ ...asked, plan: upgrade('unknown'), accepted: null })).toBeNull()
})
