import { describe, expect, it } from 'vitest'
import { clusterState } from './cluster-state'
import { LAST_CONTROLLER_GRACE_MS, SOAK_MS } from './deadlines'
import { health } from './health'
import { moveFailed } from './ledger'
import type { Move } from './plan'
import { plan } from './planner'
import { preview } from './preview'
import { stillRight, whyNotRight } from './second-look'
import { absent, nameFor, NOW, operation, partition, running, updating, world } from './testing/worlds'
import type { Proc, World } from './world'

const verbs = (moves: readonly Move[]): string[] =>
  moves.map((move) => ('node' in move ? `${move.do} ${move.node}` : move.do))

const power = (before: World, on: 'on' | 'off'): World => ({
  ...before,
  desired: { ...before.desired, generation: 2, power: on },
  operation: operation(on === 'on' ? 'START' : 'STOP'),
})

const deleted = (before: World): World => ({
  ...before,
  desired: { ...before.desired, generation: 2, presence: 'absent' },
  operation: operation('DELETE', { sourceGeneration: null }),
})

const everyone = [10_001, 10_002, 10_003, 1, 2, 3]
const allDown = Object.fromEntries(everyone.map((id) => [id, absent()]))

const assignedTo = (id: number, startedWith: 'r1' | 'r2', change: object = {}) => ({
  rows: { [id]: { assigned: { generation: 2, hash: nameFor(id, 'r2').hash }, witness: ['orders-0'] } },
  procs: {
    [id]: running(id, { startedWith: { generation: 2, hash: nameFor(id, startedWith).hash }, ...change }),
  },
})

describe('the plan', () => {
  it('is quiet in a steady world', () => {
    expect(plan(world())).toMatchObject({ moves: [], ledger: [], outcome: { is: 'goOn' }, findings: [] })
  })

  it('does nothing while processes are not known', () => {
    const blind = { ...world(), observed: { ...world().observed, processes: { unknown: 'no permission' } } }
    expect(plan(blind).moves).toEqual([])
  })

  it('creates everything at once, controllers first, within the boots the host allows', () => {
    const fresh = Object.fromEntries(everyone.map((id) => [id, { formatted: false }]))
    const none = Object.fromEntries(everyone.map((id) => [id, null]))
    const before: World = {
      ...world({ procs: none, rows: fresh }),
      creation: 'pending',
      operation: operation('CREATE'),
    }
    expect(verbs(plan(before).moves)).toEqual(everyone.map((id) => `start ${id}`))
    expect(verbs(plan({ ...before, bootsAllowed: 2 }).moves)).toEqual(['start 10001', 'start 10002'])
    expect(preview(before).steps.map(({ step }) => step)).toEqual(['release', 'nodes', 'quorum', 'verify'])
  })

  it('leaves a cluster whose creation failed as it is', () => {
    expect(plan({ ...world({ procs: allDown }), creation: 'failed' }).moves).toEqual([])
  })

  it('stops brokers first, then controllers, the leader last', () => {
    expect(verbs(plan(power(world(), 'off')).moves)).toEqual(['stop 1', 'stop 2', 'stop 3'])
    const brokersDown = { 1: absent(), 2: absent(), 3: absent() }
    const second = plan(power(world({ procs: brokersDown }), 'off'))
    expect(verbs(second.moves)).toEqual(['stop 10002', 'stop 10003'])
    const third = plan(power(world({ procs: { ...allDown, 10_001: running(10_001) } }), 'off'))
    expect(verbs(third.moves)).toEqual(['stop 10001'])
    expect(plan(power(world({ procs: allDown }), 'off')).outcome).toEqual({ is: 'complete', warning: null })
  })

  it('does not wait for the last controller, which waits for somebody to lead after it', () => {
    const asked = running(10_001, { state: 'stopping' })
    const lateBy = (forMs: number, procs: Readonly<Record<number, Proc>>) => {
      const first = plan(power(world({ procs }), 'off'))
      return verbs(plan({ ...power(world({ procs }), 'off'), now: NOW + forMs, ledger: first.ledger }).moves)
    }
    const alone = { ...allDown, 10_001: asked }
    expect(lateBy(LAST_CONTROLLER_GRACE_MS - 1, alone)).toEqual([])
    expect(lateBy(LAST_CONTROLLER_GRACE_MS, alone)).toEqual(['kill 10001'])
    const another = { ...alone, 10_002: running(10_002, { state: 'stopping' }) }
    expect(lateBy(LAST_CONTROLLER_GRACE_MS, another)).toEqual([])
  })

  it('deletes at once: kill, destroy, forget, each when the one before is seen', () => {
    const before = deleted(world({ procs: { 1: absent(), 2: null } }))
    expect(verbs(plan(before).moves)).toEqual([
      'destroy 1',
      'forget 2',
      'kill 3',
      'kill 10001',
      'kill 10002',
      'kill 10003',
    ])
    const none = { ...before, rows: [], observed: { ...before.observed, processes: { at: NOW, value: {} } } }
    expect(plan(none)).toMatchObject({ gone: true, outcome: { is: 'complete' } })
  })

  it('reports a process without a row, and removes it only with the cluster', () => {
    const foreign = { ...world(), rows: world().rows.filter(({ id }) => id !== 3) }
    const alone = { ...foreign, desired: { ...foreign.desired, nodes: foreign.desired.nodes.slice(0, 5) } }
    expect(plan(alone)).toMatchObject({
      moves: [],
      findings: [{ is: 'foreignNode', node: 3, hasProcess: true }],
    })
    expect(verbs(plan(deleted(alone)).moves)).toContain('kill 3')
  })
})

describe('a change of specification', () => {
  it('is assigned to one node, with its witnesses, before that is stopped', () => {
    const { moves } = plan(updating(world()))
    expect(moves).toEqual([
      {
        do: 'assign',
        node: 1,
        to: { generation: 2, hash: nameFor(1, 'r2').hash },
        witness: ['orders-0', 'orders-1'],
      },
    ])
    expect(verbs(plan(updating(world(assignedTo(1, 'r1')))).moves)).toEqual(['stop 1'])
  })

  it('takes the sick first and the leader of the controllers last', () => {
    const sick = { 'orders-0': partition({ isr: [1, 3] }) }
    expect(verbs(plan(updating(world({ partitions: sick }))).moves)).toEqual(['assign 2'])
    expect(verbs(plan(updating(world(), 'controller')).moves)).toEqual(['assign 10002'])
  })

  it('waits until the first carrier has proven it', () => {
    const young = updating(world(assignedTo(1, 'r2', { startedAt: NOW - 1_000 })))
    expect(plan(young).verdicts.at(-1)).toMatchObject({
      step: 'roll',
      verdict: { is: 'wait', why: { for: 'soak', node: 1 } },
    })
    const old = updating(world(assignedTo(1, 'r2', { startedAt: NOW - SOAK_MS })))
    expect(plan(old).proven).toContain('broker:broker-r2')
    expect(verbs(plan({ ...old, proven: new Set([...old.proven, 'broker:broker-r2']) }).moves)).toEqual([
      'assign 2',
    ])
  })

  it('is taken back without a restart where nothing ran it yet', () => {
    const source = world(assignedTo(1, 'r1'))
    expect(plan(source).moves).toMatchObject([{ do: 'assign', node: 1, to: { generation: 1 } }])
  })

  it('turns back when its carrier fails three boots, and fails once it is back', () => {
    const { rows } = assignedTo(1, 'r2')
    const dead = absent({ lastExit: { boot: 'c', at: NOW - 60_000, reason: 'bad value' } })
    const failed = {
      generation: 2,
      step: 'nodes',
      node: 1,
      firstAt: 0,
      lastAt: 0,
      lastProgressAt: 0,
    } as const
    const before = updating(world({ rows, procs: { 1: dead } }))
    const ledger = [{ ...failed, failedBoots: ['a', 'b', 'c'], progress: '', lastError: null }]
    expect(plan({ ...before, ledger }).outcome).toEqual({
      is: 'undo',
      why: { is: 'nodeFailed', node: 1, boots: 3, why: 'bad value' },
    })
    const back: World = {
      ...world({ rows, procs: { 1: dead } }),
      ledger,
      operation: operation('UPDATE', { undoing: true }),
    }
    expect(plan(back).moves).toMatchObject([{ do: 'assign', node: 1, to: { generation: 1 } }])
    expect(plan({ ...world(), operation: operation('UPDATE', { undoing: true }) }).outcome).toEqual({
      is: 'fail',
      why: { is: 'undone' },
    })
  })
})

describe('the second look', () => {
  const down = world({ procs: { 1: absent() } })
  const [start] = plan(down).moves

  it('confirms what is still right, also with the ledger written meanwhile', () => {
    expect(start !== undefined && stillRight({ ...down, ledger: plan(down).ledger }, start)).toBe(true)
  })

  it('refuses what is not', () => {
    expect(start !== undefined && stillRight(world(), start)).toBe(false)
    expect(start !== undefined && stillRight(deleted(down), start)).toBe(false)
    expect(whyNotRight(world())).toContain('as it should be')
  })
})

/** The same sight, seen later. */
function atTime(before: World, now: number): World {
  const { release, processes, volumes, kafka, foreign, canary } = before.observed
  const at = <T extends object>(section: T): T => ({ ...section, at: now })
  return {
    ...before,
    now,
    observed: {
      release: at(release),
      processes: at(processes),
      kafka: {
        quorum: at(kafka.quorum),
        brokers: at(kafka.brokers),
        partitions: at(kafka.partitions),
        settings: at(kafka.settings),
        features: at(kafka.features),
        throttles: at(kafka.throttles),
        quotas: at(kafka.quotas),
      },
      volumes: at(volumes),
      foreign,
      canary,
    },
  }
}

describe('a pause of healing', () => {
  const exit = { boot: 'boot-1', at: NOW - 60_000, reason: 'Killed' }
  const died = { 1: absent({ lastExit: exit }) }
  const paused = { healingPausedAt: NOW - 90_000 }

  it('leaves a cluster without a dead broker, and tells of it with MSK’s state', () => {
    const left: World = { ...world({ procs: died }), ...paused }
    expect(verbs(plan({ ...left, healingPausedAt: null }).moves)).toEqual(['start 1'])
    expect(plan(left).moves).toEqual([])
    expect(clusterState(left)).toBe('HEALING')
    expect(health(left, plan(left))).toMatchObject({
      servingBrokers: 2,
      waitingFor: { is: 'healingPaused', node: 1, sinceAt: NOW - 90_000 },
    })
    expect(whyNotRight(left)).toContain('healingPaused')
  })

  it('holds up what is healed, not what was stopped in order', () => {
    const stopped: World = { ...world({ procs: { ...died, 2: absent(), 10_001: absent() } }), ...paused }
    expect(verbs(plan(stopped).moves)).toEqual(['start 10001', 'start 2'])
  })

  it('ends no operation: what was asked for is done', () => {
    const starting: World = { ...world({ procs: died }), ...paused, operation: operation('START') }
    expect(plan(starting)).toMatchObject({ moves: [{ do: 'start', node: 1 }], outcome: { is: 'goOn' } })
    expect(verbs(plan({ ...power(world({ procs: died }), 'off'), ...paused }).moves)).toEqual([
      'stop 2',
      'stop 3',
    ])
  })
})

describe('a move that fails', () => {
  it('is kept, and three refused starts are three failed boots', () => {
    const down: World = { ...world({ procs: { 1: absent() } }), operation: operation('START') }
    const [start] = plan(down).moves
    if (start === undefined) throw new Error('no move')
    const refused = [0, 10_000, 20_000].reduce((before, laterMs): World => {
      const seen = atTime(before, NOW + laterMs)
      return { ...seen, ledger: moveFailed(seen, plan(seen).ledger, start, 'port taken') }
    }, down)
    expect(plan(refused)).toMatchObject({
      moves: [],
      outcome: { is: 'fail', why: { is: 'nodeFailed', node: 1, boots: 3, why: 'port taken' } },
    })
  })
})

describe('words for a cluster', () => {
  it.each<[string, World, string]>([
    ['steady', world(), 'ACTIVE'],
    ['a node is down', world({ procs: { 1: absent() } }), 'HEALING'],
    ['being made', { ...world(), creation: 'pending' }, 'CREATING'],
    ['could not be made', { ...world(), creation: 'failed' }, 'FAILED'],
    ['being deleted, whatever else', { ...deleted(world()), creation: 'failed' }, 'DELETING'],
    ['being changed', updating(world()), 'UPDATING'],
    ['one node restarts', { ...world(), operation: operation('REBOOT') }, 'REBOOTING_BROKER'],
    ['switched off', { ...power(world({ procs: allDown }), 'off'), operation: null }, 'ACTIVE'],
  ])('%s', (_, given, expected) => {
    expect(clusterState(given)).toBe(expected)
  })

  it('counts what serves', () => {
    const one = world({
      procs: { 1: absent() },
      partitions: { 'a-0': partition({ isr: [2, 3], leader: 2 }) },
    })
    expect(health(one, plan(one))).toMatchObject({
      servingBrokers: 2,
      totalBrokers: 3,
      servingVoters: 3,
      partitions: 1,
      offlinePartitions: 0,
      underReplicatedPartitions: 1,
    })
  })
})

describe('the preview', () => {
  it('tells what restarts, in order, and what that costs', () => {
    const bare = { 'audit-0': partition({ replicas: [1], isr: [1], minIsr: 1 }) }
    expect(preview(updating(world({ partitions: bare })))).toMatchObject({
      restarts: [1, 2, 3],
      pointOfNoReturn: null,
      risks: [{ is: 'interrupted', partitions: 1 }],
    })
    expect(preview(deleted(world()))).toMatchObject({
      pointOfNoReturn: 'removal',
      steps: [{ step: 'removal' }],
    })
  })

  it('is the same plan a minute later, and another one for another specification', () => {
    const early = preview(updating(world())).canonical
    const later = atTime(updating(world({ leader: 10_002 })), NOW + 60_000)
    expect(preview(later).canonical).toBe(early)
    expect(preview(updating(world(), 'controller')).canonical).not.toBe(early)
  })
})

it('what was paused for hours begins to be late when it goes on', () => {
  const HOURS_MS = 5 * 3_600_000
  const paused = (change: object): World => ({
    ...updating(world()),
    operation: operation('UPDATE', change),
  })
  const first = plan(paused({ paused: true }))
  const later = NOW + HOURS_MS
  const resumed = plan({ ...atTime(paused({ paused: false }), later), ledger: first.ledger })
  expect(resumed.outcome).toEqual({ is: 'goOn' })
  expect(resumed.ledger.find(({ node }) => node === null)?.lastProgressAt).toBe(later)
})
