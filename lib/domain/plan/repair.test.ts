import { describe, expect, it } from 'vitest'
import { FROZEN_MS, GIVEN_UP_REST_MS, HEALING_BOOTS_MAX, HUNG_MS, SILENT_BOOT_MS } from './deadlines'
import { careFor } from './repair'
import { absent, NOW, operation, partition, running, world, type Change } from './testing/worlds'
import type { LedgerEntry, World } from './world'

const entry = (node: number, change: Partial<LedgerEntry>): LedgerEntry => ({
  generation: 1,
  step: 'nodes',
  node,
  failedBoots: [],
  firstAt: 0,
  lastAt: 0,
  lastProgressAt: NOW,
  progress: '',
  lastError: null,
  ...change,
})

function careOf(node: number, change: Change, further: Partial<World> = {}) {
  const before = { ...world(change), ...further }
  const row = before.rows.find(({ id }) => id === node)
  if (row === undefined) throw new Error(`No row ${node}`)
  return careFor(before, row)
}

const exit = (at: number) => ({ boot: 'boot-1', at, reason: 'OutOfMemoryError' })
const starting = running(1, { state: 'starting', answers: false, startedAt: NOW - SILENT_BOOT_MS })
const longAgo = entry(1, { lastProgressAt: NOW - SILENT_BOOT_MS })

describe('care for a node that is down', () => {
  it('starts it on its directory', () => {
    expect(careOf(1, { procs: { 1: absent() } })).toMatchObject({
      move: { do: 'start', node: 1, directory: 'existing', specification: { generation: 1 } },
    })
  })

  it('formats a directory that never was', () => {
    const never = { procs: { 1: null }, rows: { 1: { formatted: false } } }
    expect(careOf(1, never)).toMatchObject({ move: { do: 'start', directory: 'fresh' } })
  })

  it('lets a crashed one rest, longer each time', () => {
    const crashed = { procs: { 1: absent({ lastExit: exit(NOW - 1_500) }) } }
    expect(careOf(1, crashed)).toMatchObject({ move: { do: 'start' } })
    const twice = { ledger: [entry(1, { failedBoots: ['a', 'b'] })] }
    expect(careOf(1, crashed, twice)).toMatchObject({ is: 'wait', why: { for: 'start' } })
  })

  it('keeps none down for a clock that was set back', () => {
    const crashed = { procs: { 1: absent({ lastExit: exit(NOW + 3_600_000) }) } }
    expect(careOf(1, crashed)).toMatchObject({ move: { do: 'start' } })
    const refused = entry(1, { lastAt: NOW + 3_600_000, lastError: 'Port 9092 is held.' })
    expect(careOf(1, { procs: { 1: absent() } }, { ledger: [refused] })).toMatchObject({ is: 'move' })
  })

  it('ends one that hangs also where its silence began in a time that is still to come', () => {
    const silent = { procs: { 1: running(1, { answers: false }) } }
    const later = [entry(1, { lastProgressAt: NOW + 3_600_000 })]
    const before = { ledger: later, evidenceSince: NOW - HUNG_MS + 1 }
    expect(careOf(1, silent, before)).toMatchObject({ is: 'wait' })
    expect(careOf(1, silent, { ...before, evidenceSince: NOW - HUNG_MS })).toMatchObject({
      move: { do: 'kill', why: 'unanswering' },
    })
  })

  it('asks again for a refused start without longer rests while an operation waits, and tells who refused', () => {
    const down = { procs: { 1: absent({ lastExit: exit(0) }) } }
    const refusal = 'Port 9092 is held by process 4711.'
    const refused = (failedBoots: string[], lastAt: number) => [
      entry(1, { failedBoots, lastAt, lastError: refusal }),
    ]
    const twice = ['refused at 1', 'refused at 2']
    const create = { operation: operation('CREATE') }
    expect(careOf(1, down, { ledger: refused(twice, NOW - 1_000), ...create })).toMatchObject({ is: 'move' })
    expect(careOf(1, down, { ledger: refused(twice, NOW - 1_000) })).toMatchObject({ is: 'wait' })
    expect(careOf(1, down, { ledger: refused(twice, NOW - 900), ...create })).toMatchObject({ is: 'wait' })
    expect(careOf(1, down, { ledger: refused(['boot-1', ...twice], NOW), ...create })).toMatchObject({
      is: 'stuck',
      why: { boots: 3, why: refusal },
    })
    expect(careOf(1, down, { ledger: refused([...twice, 'boot-1'], NOW), ...create })).toMatchObject({
      is: 'stuck',
      why: { boots: 3, why: 'OutOfMemoryError' },
    })
  })

  it('gives up after three boots, with the reason of the log, while an operation waits', () => {
    const crashed = { procs: { 1: absent({ lastExit: exit(0) }) } }
    const ledger = [entry(1, { failedBoots: ['a', 'b', 'c'] })]
    expect(careOf(1, crashed, { ledger, operation: operation('CREATE') })).toEqual({
      is: 'stuck',
      why: { is: 'nodeFailed', node: 1, boots: 3, why: 'OutOfMemoryError' },
    })
    expect(careOf(1, crashed, { ledger })).toMatchObject({ move: { do: 'start' } })
  })

  it('hurries no more after many boots, says why, and tries once in a long while', () => {
    const boots = Array.from({ length: HEALING_BOOTS_MAX }, (_, index) => `boot-${index}`)
    const ledger = [entry(1, { failedBoots: boots })]
    const crashedAt = (at: number) => ({ procs: { 1: absent({ lastExit: exit(at) }) } })
    expect(careOf(1, crashedAt(NOW - GIVEN_UP_REST_MS + 1), { ledger })).toEqual({
      is: 'stuck',
      why: { is: 'nodeFailed', node: 1, boots: HEALING_BOOTS_MAX, why: 'OutOfMemoryError' },
    })
    expect(careOf(1, crashedAt(NOW - GIVEN_UP_REST_MS), { ledger })).toMatchObject({ move: { do: 'start' } })
  })

  it('asks again and again for a start that is refused: that costs nothing', () => {
    const refused = Array.from({ length: HEALING_BOOTS_MAX }, (_, index) => `refused at ${index}`)
    const ledger = [entry(1, { failedBoots: refused, lastAt: NOW - 60_000, lastError: 'Port 9092 is held.' })]
    expect(careOf(1, { procs: { 1: absent() } }, { ledger })).toMatchObject({ move: { do: 'start' } })
  })
})

describe('care for an emptied node', () => {
  const lost = { procs: { 1: null } }
  const empty = { procs: { 10_002: null } }

  it('refills a broker that is fenced and out of every ISR', () => {
    const out = partition({ isr: [2, 3] })
    expect(careOf(1, { ...lost, fenced: [1], partitions: { 'a-0': out } })).toMatchObject({
      move: { do: 'start', directory: 'fresh' },
    })
  })

  it('waits while an ISR counts on it', () => {
    expect(careOf(1, { ...lost, fenced: [1] })).toMatchObject({
      is: 'wait',
      why: { for: 'fencing', partitions: 2 },
    })
  })

  it('ends the registration of one that is gone before its session runs out', () => {
    expect(careOf(1, lost)).toMatchObject({ is: 'move', move: { do: 'unregister', node: 1 } })
    const only = { 'a-0': partition({ isr: [1] }) }
    expect(careOf(1, { ...lost, partitions: only })).toMatchObject({ is: 'stuck' })
  })

  it('leaves it to a person too once nobody is in sync any more', () => {
    const nobody = partition({ isr: [], leader: null })
    expect(careOf(1, { ...lost, fenced: [1], partitions: { 'a-0': nobody } })).toMatchObject({
      is: 'stuck',
      why: { is: 'directoryLost', partition: 'a-0' },
    })
  })

  it('leaves the only copy to a person', () => {
    const only = partition({ isr: [1] })
    expect(careOf(1, { ...lost, fenced: [1], partitions: { 'a-0': only } })).toMatchObject({
      is: 'stuck',
      why: { is: 'directoryLost', partition: 'a-0' },
    })
  })

  it('refills a controller only while the others serve', () => {
    expect(careOf(10_002, empty)).toMatchObject({ move: { do: 'start', directory: 'fresh' } })
    const another = { procs: { 10_002: null, 10_003: absent() } }
    expect(careOf(10_002, another)).toMatchObject({ is: 'wait' })
    const majority = { procs: { 10_002: null, 10_003: null } }
    expect(careOf(10_002, majority)).toMatchObject({ is: 'stuck', why: { is: 'directoryLost' } })
  })
})

describe('care for a node that is up', () => {
  it('leaves one that serves alone', () => {
    expect(careOf(1, {})).toEqual({ is: 'fine' })
  })

  it('ends a boot that stays silent, but never a recovery', () => {
    expect(careOf(1, { procs: { 1: starting } }, { ledger: [longAgo] })).toMatchObject({
      move: { do: 'kill', boot: 'boot-1' },
    })
    const recovering = { ...starting, recoveryProgress: 0.4 }
    expect(careOf(1, { procs: { 1: recovering } }, { ledger: [longAgo] })).toMatchObject({
      is: 'wait',
      why: { for: 'recovery', progress: 0.4 },
    })
  })

  it('ends one that hangs, without a permit', () => {
    const hung = { procs: { 1: running(1, { answers: false }), 2: running(2, { answers: false }) } }
    const ledger = [entry(1, { lastProgressAt: NOW - HUNG_MS })]
    expect(careOf(1, hung, { ledger })).toMatchObject({ move: { do: 'kill', node: 1 } })
  })

  it('ends one that a signal suspended, also one that recovered its logs, but not for a moment', () => {
    const frozen = { procs: { 1: running(1, { isFrozen: true }) } }
    const since = (ms: number) => ({ ledger: [entry(1, { lastProgressAt: NOW - ms })] })
    expect(careOf(1, frozen, since(FROZEN_MS))).toMatchObject({ move: { do: 'kill', why: 'frozen' } })
    expect(careOf(1, frozen, since(FROZEN_MS - 1))).toMatchObject({ is: 'wait' })
    const recovering = { procs: { 1: { ...starting, isFrozen: true, recoveryProgress: 0.4 } } }
    expect(careOf(1, recovering, since(FROZEN_MS))).toMatchObject({ move: { do: 'kill', why: 'frozen' } })
  })

  it('judges nobody on evidence from before a sleep', () => {
    const hung = { procs: { 1: running(1, { answers: false }) } }
    const ledger = [entry(1, { lastProgressAt: NOW - HUNG_MS })]
    expect(careOf(1, hung, { ledger, evidenceSince: NOW - 1_000 })).toMatchObject({ is: 'wait' })
  })

  it('does not blame a broker for a missing quorum, nor for being young', () => {
    const ledger = [entry(1, { lastProgressAt: NOW - HUNG_MS })]
    expect(careOf(1, { fenced: [1] }, { ledger })).toMatchObject({ move: { do: 'kill' } })
    expect(careOf(1, { fenced: [1], leader: null }, { ledger })).toEqual({ is: 'fine' })
    const young = { 1: running(1, { startedAt: NOW - 30_000 }) }
    expect(careOf(1, { fenced: [1], procs: young }, { ledger })).toEqual({ is: 'fine' })
  })
})

describe('care while healing is paused', () => {
  const crashed = absent({ lastExit: exit(NOW - 60_000) })
  const paused = { healingPausedAt: NOW - 30_000 }
  const hung = [entry(1, { lastProgressAt: NOW - HUNG_MS })]
  const out = partition({ isr: [2, 3] })
  const held = { is: 'stuck', why: { is: 'healingPaused', node: 1, sinceAt: NOW - 30_000 } }

  it.each<[string, Change, LedgerEntry[]]>([
    ['one that died', { procs: { 1: crashed } }, []],
    ['one that died a moment ago', { procs: { 1: absent({ lastExit: exit(NOW) }) } }, []],
    ['one that hangs', { procs: { 1: running(1, { answers: false }) } }, hung],
    ['one that is suspended', { procs: { 1: running(1, { isFrozen: true }) } }, hung],
    ['one nobody lets in', { fenced: [1] }, hung],
    ['a boot that stays silent', { procs: { 1: starting } }, [longAgo]],
    ['one that could come back empty', { procs: { 1: null }, fenced: [1], partitions: { 'a-0': out } }, []],
    ['one that waits to come back empty', { procs: { 1: null } }, []],
  ])('leaves %s as it is, and says so', (_, change, ledger) => {
    expect(careOf(1, change, { ledger })).not.toMatchObject({ is: 'stuck' })
    expect(careOf(1, change, { ledger, ...paused })).toEqual(held)
  })

  it.each<[string, Change, LedgerEntry[]]>([
    ['starts one that was stopped in order', { procs: { 1: absent() } }, []],
    ['waits for one that starts', { procs: { 1: { ...starting, startedAt: NOW } } }, []],
    ['waits for one that fell silent a moment ago', { procs: { 1: running(1, { answers: false }) } }, []],
    ['does not touch one that serves', {}, []],
    [
      'knows no more than else',
      { procs: { 1: null }, fenced: [1], partitions: { 'a-0': partition({ isr: [1] }) } },
      [],
    ],
  ])('%s', (_, change, ledger) => {
    expect(careOf(1, change, { ledger, ...paused })).toEqual(careOf(1, change, { ledger }))
  })

  it.each(['START', 'UPDATE', 'REBOOT'] as const)('does not hold up a %s', (kind) => {
    const further = { operation: operation(kind), ...paused }
    expect(careOf(1, { procs: { 1: crashed } }, further)).toMatchObject({ move: { do: 'start', node: 1 } })
  })
})
