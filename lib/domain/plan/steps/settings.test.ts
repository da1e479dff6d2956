import { describe, expect, test } from 'vitest'
import { BROKERS, NOW, operation, world } from '../testing/worlds'
import type { LedgerEntry, SettingsSeen, World } from '../world'
import { settings } from './settings'

type Told = Record<string, string>
type Case = { told?: Told; cluster?: Partial<Record<number, Told>>; own?: Partial<Record<number, Told>> }

function changing({ told = {}, cluster = {}, own = {} }: Case, ledger: readonly LedgerEntry[] = []): World {
  const before = world()
  const value: SettingsSeen = {
    cluster: Object.fromEntries(BROKERS.map((id) => [id, cluster[id] ?? {}])),
    own: Object.fromEntries(BROKERS.map((id) => [id, own[id] ?? {}])),
  }
  return {
    ...before,
    ledger,
    operation: operation('UPDATE'),
    desired: { ...before.desired, settings: { ...before.desired.settings, told } },
    observed: {
      ...before.observed,
      kafka: { ...before.observed.kafka, settings: { at: NOW, value } },
    },
  }
}

const HOUR = { 'log.retention.ms': '3600000' }
const all = (told: Told): Record<number, Told> => ({ 1: told, 2: told, 3: told })

test.each<[string, Case, object]>([
  ['nothing was told and nothing shall be', {}, { is: 'done' }],
  [
    'something shall be told',
    { told: HOUR },
    { is: 'move', moves: [{ do: 'tell', node: null, set: HOUR, remove: [] }] },
  ],
  [
    'the last broker does not know yet',
    { told: HOUR, cluster: { 1: HOUR, 2: HOUR } },
    { is: 'wait', why: { for: 'settings', node: 3, names: ['log.retention.ms'] } },
  ],
  ['all know', { told: HOUR, cluster: all(HOUR) }, { is: 'done' }],
  [
    'something else was told before',
    { told: HOUR, cluster: all({ 'log.retention.ms': '1', 'message.max.bytes': '2' }) },
    { is: 'move', moves: [{ node: null, set: HOUR, remove: ['message.max.bytes'] }] },
  ],
  [
    'one broker was told alone',
    { own: { 2: { 'message.max.bytes': '2' } } },
    { is: 'move', moves: [{ do: 'tell', node: 2, set: {}, remove: ['message.max.bytes'] }] },
  ],
  [
    'one broker still knows what was taken back',
    { cluster: { 2: HOUR } },
    { is: 'wait', why: { for: 'settings', node: 2 } },
  ],
  [
    'what may not be told is nobody’s business',
    { own: { 2: { 'leader.replication.throttled.rate': '2' } } },
    { is: 'done' },
  ],
])('%s', (_what, seen, verdict) => {
  expect(settings.judge(changing(seen))).toMatchObject(verdict)
})

test('a broker that could not be asked leaves it open', () => {
  const seen = changing({ told: HOUR, cluster: all(HOUR) })
  const { 3: _, ...some } = all(HOUR)
  const kafka = { ...seen.observed.kafka, settings: { at: NOW, value: { cluster: some, own: all({}) } } }
  expect(settings.judge({ ...seen, observed: { ...seen.observed, kafka } })).toMatchObject({
    is: 'wait',
    why: { for: 'look', what: 'settings' },
  })
})

describe('a setting that Kafka refuses', () => {
  const refused = (sinceMs: number): LedgerEntry => ({
    generation: 1,
    step: 'settings',
    node: null,
    failedBoots: [],
    firstAt: NOW - sinceMs,
    lastAt: NOW,
    lastProgressAt: NOW - sinceMs,
    progress: '',
    lastError: 'Invalid value 1',
  })

  test('is told again for a moment, then it is the end of the change', () => {
    expect(settings.judge(changing({ told: HOUR }, [refused(1_000)]))).toMatchObject({ is: 'move' })
    expect(settings.judge(changing({ told: HOUR }, [refused(10_000)]))).toEqual({
      is: 'stuck',
      why: { is: 'settingsRefused', names: ['log.retention.ms'], why: 'Invalid value 1' },
    })
  })
})

test.each([
  ['no operation', (before: World): World => ({ ...before, operation: null })],
  [
    'an operation about something else',
    (before: World): World => ({ ...before, operation: operation('REBOOT') }),
  ],
  [
    'a cluster that is off',
    (before: World): World => ({ ...before, desired: { ...before.desired, power: 'off' } }),
  ],
])('%s touches nothing', (_what, changed) => {
  expect(settings.applies(changed(changing({ told: HOUR })))).toBe(false)
})
