import { describe, expect, test } from 'vitest'
import type { NodeBoot } from '@/lib/contract/console/nodes'
import { nodeSentence, recentExit } from './node-sentence'

const NOW = Date.parse('2026-11-23T00:10:00.000Z')
const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString()
const boot = (change: Partial<NodeBoot> = {}): NodeBoot => ({
  boot: 'a',
  startedAt: ago(60),
  servingAt: ago(56),
  served: true,
  endedAt: null,
  end: null,
  reason: null,
  ...change,
})
const seen = {
  health: 'serving' as const,
  observedAt: ago(1),
  power: 'on' as const,
  isHealingPaused: false,
  pid: 7,
  startedAt: ago(60),
  lastExitReason: null,
  boots: [boot()],
}
const dead = { health: 'notServing' as const, pid: null, startedAt: null }
const crashed = boot({ endedAt: ago(5), end: 'byItself', reason: 'No space' })

test.each([
  ['one that serves', {}, { is: 'serving', since: ago(56), tookMs: 4000 }],
  [
    'one that served before anyone looked',
    { boots: [boot({ servingAt: null })] },
    { is: 'serving', since: ago(60), tookMs: null },
  ],
  ['one that starts', { health: 'starting' as const }, { is: 'starting', forMs: 60_000 }],
  [
    'one that is stopped with its cluster',
    { health: 'stopped' as const, power: 'off' as const },
    { is: 'off' },
  ],
  ['one that waits to be started', { health: 'stopped' as const }, { is: 'waits' }],
  ['one that runs and does not answer', { health: 'notServing' as const }, { is: 'silent', sinceMs: 60_000 }],
  [
    'one that ended',
    { ...dead, boots: [crashed] },
    { is: 'ended', at: ago(5), reason: 'No space', isLeft: false },
  ],
  [
    'one that ended while healing is paused',
    { ...dead, boots: [crashed], isHealingPaused: true },
    { is: 'ended', at: ago(5), reason: 'No space', isLeft: true },
  ],
  [
    'one that failed for good',
    { health: 'failed' as const, lastExitReason: 'No space' },
    { is: 'failed', reason: 'No space' },
  ],
  ['one nobody has looked at of late', { observedAt: ago(16) }, { is: 'noData', at: ago(16) }],
  ['one nobody has looked at yet', { observedAt: null }, { is: 'unseen' }],
])('%s', (_, change, expected) => {
  expect(nodeSentence({ ...seen, ...change }, NOW)).toEqual(expected)
})

describe('the end before', () => {
  test('explains a young node', () => {
    expect(recentExit([boot(), crashed], NOW)).toBe(crashed)
  })
  test('is no news when it was asked for, long ago, or the last thing there is', () => {
    expect(recentExit([boot(), boot({ endedAt: ago(5), end: 'asked' })], NOW)).toBeNull()
    expect(recentExit([boot(), { ...crashed, endedAt: ago(3600) }], NOW)).toBeNull()
    expect(recentExit([crashed], NOW)).toBeNull()
  })
})
