import { expect, test } from 'vitest'
import type { Incident } from '../incident'
import { FENCED_MS, NO_LEADER_MS, UNRESPONSIVE_MS } from './deadlines'
import { incidentChanges } from './incidents'
import { absent, BROKERS, NOW, running, VOTERS, world, type Change } from './testing/worlds'
import type { LedgerEntry, World } from './world'

const stood = (nodes: readonly number[], ms: number): readonly LedgerEntry[] =>
  nodes.map((node) => ({
    generation: 1,
    step: 'nodes',
    node,
    failedBoots: [],
    firstAt: 0,
    lastAt: 0,
    lastProgressAt: NOW - ms,
    progress: '',
    lastError: null,
  }))

const died = (reason: string) => absent({ lastExit: { boot: 'boot-1', at: NOW - 500, reason } })
const looked = (change: Change, further: Partial<World> = {}, lasting: readonly Incident[] = []) =>
  incidentChanges(lasting, { ...world(change), ...further })

const begins = (kind: Incident['kind'], nodeId: number | null = 1, reason: string | null = null) => [
  { kind, nodeId, zoneId: null, detectedAt: NOW, reason, endedAt: null },
]
const deaf = { 1: running(1, { answers: false }) }

test.each<[string, Change, readonly LedgerEntry[], readonly Incident[]]>([
  ['everything serves', {}, [], []],
  ['one died', { procs: { 1: died('OutOfMemoryError') } }, [], begins('processGone', 1, 'OutOfMemoryError')],
  [
    'one died of its disk',
    { procs: { 1: died('Shutdown broker because all log dirs in /data have failed') } },
    [],
    begins('logDirectoryFailed', 1, 'Shutdown broker because all log dirs in /data have failed'),
  ],
  ['one was stopped in order', { procs: { 1: absent() } }, [], []],
  ['one is empty', { procs: { 1: null } }, [], begins('volumeLost')],
  ['one is suspended', { procs: { 1: running(1, { isFrozen: true }) } }, [], begins('frozen')],
  ['one is deaf', { procs: deaf }, stood([1], UNRESPONSIVE_MS), begins('unresponsive')],
  ['one did not answer once', { procs: deaf }, stood([1], UNRESPONSIVE_MS - 1), []],
  [
    'one recovers its logs',
    { procs: { 1: running(1, { state: 'starting', answers: false, recoveryProgress: 0.3 }) } },
    stood([1], UNRESPONSIVE_MS),
    [],
  ],
  ['one is fenced', { fenced: [1] }, stood([1], FENCED_MS), begins('fenced')],
  [
    'one is fenced because it is young',
    { fenced: [1], procs: { 1: running(1, { startedAt: NOW - FENCED_MS }) } },
    stood([1], FENCED_MS),
    [],
  ],
  ['nobody leads', { leader: null }, stood(VOTERS, NO_LEADER_MS), begins('noQuorum', null)],
  ['an election', { leader: null }, stood(VOTERS, NO_LEADER_MS - 1), []],
])('%s', (_, change, ledger, expected) => {
  expect(looked(change, { ledger })).toEqual(expected)
})

test('a zone is down when all its nodes are, and others are not', () => {
  const dead = died('killed')
  const zone = { kind: 'zoneDown', nodeId: null, zoneId: 'use1-az1' }
  const both = looked({ procs: { 1: dead, 10_001: dead } })
  expect(both).toHaveLength(3)
  expect(both).toContainEqual(expect.objectContaining(zone))
  const all = Object.fromEntries([...BROKERS, ...VOTERS].map((id) => [id, dead]))
  expect(looked({ procs: all }).filter(({ kind }) => kind === 'zoneDown')).toEqual([])
})

test('an incident keeps its name until its node serves again', () => {
  const [frozen] = looked({ procs: { 1: running(1, { isFrozen: true }) } })
  if (frozen === undefined) throw new Error('It was not seen.')
  const lasting = [{ ...frozen, detectedAt: NOW - 9_000 }]
  expect(looked({ procs: { 1: died('killed') } }, {}, lasting)).toEqual([])
  const starting = { 1: running(1, { state: 'starting', answers: false }) }
  expect(looked({ procs: starting }, {}, lasting)).toEqual([])
  expect(looked({}, {}, lasting)).toEqual([{ ...lasting[0], endedAt: NOW }])
})

test('what cannot be looked at is neither new nor over', () => {
  const blind = { ...world().observed, processes: { unknown: 'ps failed' } }
  const lasting = [...begins('processGone'), ...begins('noQuorum', null)]
  expect(looked({}, { observed: blind }, lasting)).toEqual([])
})

test('nothing is wrong with what shall not run, or does not yet', () => {
  const dead = { procs: { 1: died('killed') } }
  const off = { desired: { ...world().desired, power: 'off' as const } }
  expect(looked(dead, off)).toEqual([])
  expect(looked(dead, { creation: 'pending' })).toEqual([])
  expect(looked(dead, off, begins('processGone'))).toEqual([{ ...begins('processGone')[0], endedAt: NOW }])
})
