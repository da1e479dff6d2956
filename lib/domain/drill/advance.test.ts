import { describe, expect, it, test } from 'vitest'
import { advanceDrill, FULL_FOR_MS, INJECT_MS, PREPARE_MS, STEADY_MS, type Plan } from './advance'
import type { DrillFacts } from './facts'
import type { DrillRecord } from './record'
import { BEGAN, drill, facts, fault, gone, HIT, node } from './testing/drills'

const plan = (): Plan => ({ is: 'faults', faults: [fault()] })
const then = (record: DrillRecord, seen: DrillFacts, planned = plan) => advanceDrill(record, seen, planned)

/** Seen to be there at once, and then what a later look found. */
const made = (change: Partial<DrillRecord> = {}) =>
  drill('healing', { faults: [fault({ injectedAt: BEGAN, liftedAt: BEGAN })], ...change })
const filled = (change = {}) => fault({ is: 'fillVolume', bytes: 1_000, injectedAt: BEGAN, ...change })
const back = node(HIT, { boot: 'boot-2b' })
const frozen = node(HIT, {
  serving: 'no',
  answers: false,
  signs: { pid: 222, processState: 'T', directoryId: 'folder-2', fillerBytes: null, isPutAside: false },
})

describe('a drill goes on by what is seen', () => {
  it.each<[string, DrillRecord, DrillFacts, string]>([
    [
      'its client is not ready',
      drill('preparing'),
      facts(10, node(HIT), { canary: 'starting' }),
      'preparing',
    ],
    ['all is ready', drill('preparing'), facts(10), 'steady'],
    [
      'nobody writes where no broker is real',
      drill('preparing'),
      facts(10, node(HIT), { canary: 'none' }),
      'steady',
    ],
    ['a moment of peace', drill('steady'), facts(STEADY_MS - 1), 'steady'],
    ['is over', drill('steady'), facts(STEADY_MS), 'injecting'],
    ['nothing is known', drill('steady'), facts(STEADY_MS, node(HIT), { isWell: null }), 'steady'],
    ['it was told, and is not seen', drill('injecting', { faults: [fault()] }), facts(200), 'injecting'],
    ['it is seen', drill('injecting', { faults: [fault()] }), facts(200, gone()), 'healing'],
    ['nobody is back', made(), facts(5_000, gone()), 'healing'],
    ['another process boots', made(), facts(5_000, node(HIT, { boot: 'boot-2b', serving: 'no' })), 'healing'],
    ['another process serves', made(), facts(7_000, back), 'lifting'],
    ['the same process serves', made(), facts(7_000), 'healing'],
    ['nothing is left of it', { ...made(), phase: 'lifting' }, facts(7_000, back), 'settling'],
    [
      'replicas are behind',
      drill('settling', { faults: [fault({ injectedAt: BEGAN, liftedAt: BEGAN })] }),
      facts(9_000, back, { isWell: false }),
      'settling',
    ],
    [
      'all are in sync',
      drill('settling', { faults: [fault({ injectedAt: BEGAN, liftedAt: BEGAN })] }),
      facts(9_000, back),
      'reading',
    ],
    ['records are looked for', drill('reading'), facts(2_000), 'reading'],
    ['all were', drill('reading'), facts(2_000, node(HIT), { canary: 'finished' }), 'judged'],
  ])('%s', (_, record, seen, phase) => {
    expect(then(record, seen).phase).toBe(phase)
  })
})

describe('it stops', () => {
  it.each<[string, DrillRecord, DrillFacts, string]>([
    ['its client cannot begin', drill('preparing'), facts(10, node(HIT), { canary: 'failed' }), 'canary'],
    [
      '… or takes too long',
      drill('preparing'),
      facts(PREPARE_MS + 1, node(HIT), { canary: 'starting' }),
      'canary',
    ],
    ['the cluster is never well', drill('preparing'), facts(PREPARE_MS + 1, gone()), 'unwell'],
    ['it falls ill by itself', drill('steady'), facts(100, gone()), 'unwell'],
    [
      'the fault does not take hold',
      drill('injecting', { faults: [fault()] }),
      facts(INJECT_MS + 1),
      'notInjected',
    ],
    ['nobody heals it', made(), facts(30_001, gone()), 'notHealed'],
    ['an operation begins', made(), facts(10, gone(), { isDisturbed: true }), 'operation'],
    ['somebody wants it to', made(), facts(10, gone(), { isEndAsked: true }), 'asked'],
    ['Mosaik was started anew', made(), facts(10, gone(), { epoch: 8 }), 'restart'],
    [
      'a full volume slows nobody',
      drill('healing', { kind: 'fillVolume', faults: [filled()] }),
      facts(15_001),
      'notDetected',
    ],
  ])('where %s', (_, record, seen, why) => {
    const stopped = then(record, seen)
    expect(stopped.stop?.is).toBe(why)
    expect(stopped.phase).toBe('lifting')
  })

  it('before anything is made where a partition needs the node', () => {
    const stopped = then(drill('steady'), facts(STEADY_MS), () => ({
      is: 'stop',
      why: 'atRisk',
      detail: 'a-0',
    }))
    expect(stopped).toMatchObject({ phase: 'lifting', faults: [], stop: { is: 'atRisk', detail: 'a-0' } })
  })

  it('once: a later reason does not replace the first', () => {
    const stopped = then(
      drill('lifting', { stop: { is: 'asked', detail: null } }),
      facts(10, gone(), { isDisturbed: true }),
    )
    expect(stopped.stop?.is).toBe('asked')
  })

  it('with the lift done it does not wait for the cluster', () => {
    const record = drill('lifting', {
      faults: [fault({ injectedAt: BEGAN, liftedAt: BEGAN })],
      stop: { is: 'asked', detail: null },
    })
    expect(then(record, facts(10, gone())).phase).toBe('reading')
  })
})

describe('a fault is lifted when the host shows it', () => {
  const lifting = (is: 'freeze' | 'fillVolume' | 'loseVolume', bytes: number | null = null) =>
    drill('lifting', { faults: [fault({ is, bytes, injectedAt: BEGAN })] })
  const signs = { pid: 222, processState: 'S', directoryId: 'folder-2', fillerBytes: null, isPutAside: false }

  it.each<[string, DrillRecord, DrillFacts, boolean]>([
    ['frozen still', lifting('freeze'), facts(10, frozen), false],
    ['going on', lifting('freeze'), facts(10, node(HIT)), true],
    ['replaced', lifting('freeze'), facts(10, back), true],
    ['nobody can say', lifting('freeze'), facts(10, node(HIT, { signs: null })), false],
    [
      'the file is there',
      lifting('fillVolume', 9),
      facts(10, node(HIT, { signs: { ...signs, fillerBytes: 9 } })),
      false,
    ],
    ['the file is gone', lifting('fillVolume', 9), facts(10), true],
    [
      'the folder lies aside',
      lifting('loseVolume'),
      facts(10, node(HIT, { signs: { ...signs, isPutAside: true } })),
      false,
    ],
    ['the folder is gone', lifting('loseVolume'), facts(10, back), true],
    ['the node left the cluster', lifting('freeze'), facts(10, node(HIT), { nodes: {} }), true],
  ])('%s', (_, record, seen, isLifted) => {
    expect(then(record, seen).faults[0]?.liftedAt !== null).toBe(isLifted)
  })
})

test('a volume is full for a moment before it is emptied', () => {
  const full = drill('healing', { kind: 'fillVolume', faults: [filled()] })
  const slowed = then(full, facts(1_000, node(HIT), { isBraked: true }))
  expect(slowed.marks.detectedAt).toBe(BEGAN + 1_000)
  expect(then(slowed, facts(1_000 + FULL_FOR_MS - 1, node(HIT), { isBraked: true })).phase).toBe('healing')
  expect(then(slowed, facts(1_000 + FULL_FOR_MS, node(HIT), { isBraked: true })).phase).toBe('lifting')
})

test('what shows the fault is told once, with its source', () => {
  const record = drill('injecting', { kind: 'freezeBroker', faults: [fault({ is: 'freeze' })] })
  const once = then(record, facts(10, frozen))
  const twice = then(once, facts(20, frozen))
  expect(once.evidence.map(({ is, source }) => `${is} by ${source}`)).toEqual([
    'stoppedState by processTable',
    'silent by protocol',
    'isrShrank by partitions',
  ])
  expect(twice.evidence.filter(({ is }) => is === 'stoppedState')).toHaveLength(1)
})

test('another controller leads, and partitions are led by others', () => {
  const ofQuorum = drill('healing', {
    kind: 'loseControllerLeader',
    targets: [10_001],
    faults: [fault({ node: 10_001, injectedAt: BEGAN, liftedAt: BEGAN, led: null })],
  })
  const controllers = { 10_001: gone({ leads: null, fenced: null }) }
  expect(then(ofQuorum, facts(100, gone(), { nodes: controllers })).marks.elsewhereAt).toBeNull()
  const elected = then(ofQuorum, facts(900, gone(), { nodes: controllers, leadingVoter: 10_003 }))
  expect(elected.marks.elsewhereAt).toBe(BEGAN + 900)
  expect(elected.evidence).toContainEqual(
    expect.objectContaining({ is: 'quorumMoved', before: 10_001, after: 10_003 }),
  )
  expect(then(made(), facts(3_000, gone())).marks.elsewhereAt).toBe(BEGAN + 3_000)
})

test('a drill that is over is left alone', () => {
  const over = drill('judged', { state: 'PASSED' })
  expect(then(over, facts(10, gone(), { epoch: 9 }))).toBe(over)
})
