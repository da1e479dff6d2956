import { servesClients } from '../../node'
import { REFUSED_MS, SETTINGS_DEADLINE_MS } from '../deadlines'
import { progressedAt } from '../ledger'
import type { Move, Step, Verdict } from '../plan'
import { isFresh, neededRows, shallRun } from '../serving'
import { fencedNodes } from '../volumes'
import type { SettingsSeen, World } from '../world'
import { lookFor } from './look'

/**
 * Brokers have been told what they take while they run, and nothing else of it: what was once told wins over every
 * file, so what is stale has to go. Judged after the roll: until the last broker has its new file, what was told
 * before still stands in for it.
 */
export const settings: Step = {
  name: 'settings',
  undo: 'costs',
  applies: (world) =>
    shallRun(world) && world.creation === 'complete' && world.operation?.changesSettings === true,
  rows(world) {
    const { settings: seen } = world.observed.kafka
    if (!isFresh(world, seen)) return [{ step: 'settings', node: null, phase: 'waiting', why: null }]
    const isDone = changesFor(world, seen.value).length === 0 && lateBroker(world, seen.value) === null
    return [{ step: 'settings', node: null, phase: isDone ? 'done' : 'next', why: null }]
  },
  judge(world) {
    const { settings: seen } = world.observed.kafka
    if (!isFresh(world, seen) || !isWhole(world, seen.value)) return lookFor('settings')
    const moves = changesFor(world, seen.value)
    const refused = refusalOf(world, moves)
    if (refused !== null) return refused
    if (moves.length > 0) return { is: 'move', moves }
    const late = lateBroker(world, seen.value)
    return late ?? { is: 'done' }
  },
}

/** One that is down for its volume learns it from the metadata when it is back. */
const brokersOf = (world: World) =>
  neededRows(world).filter(({ id, role }) => servesClients(role) && !fencedNodes(world).has(id))

const isWhole = (world: World, seen: SettingsSeen): boolean =>
  brokersOf(world).every(({ id }) => seen.cluster[id] !== undefined && seen.own[id] !== undefined)

type Tell = Extract<Move, { do: 'tell' }>

/** What some broker does not know yet is told by the metadata, not by telling it again. */
function changesFor(world: World, seen: SettingsSeen): readonly Tell[] {
  const { told, all } = world.desired.settings
  const brokers = brokersOf(world)
  const views = brokers.map(({ id }) => seen.cluster[id] ?? {})
  const isTold = (name: string): boolean => views.some((view) => view[name] === told[name])
  const set = Object.entries(told).filter(([name]) => !isTold(name))
  const remove = all.filter(
    (name) => told[name] === undefined && views.every((view) => view[name] !== undefined),
  )
  const forAll: readonly Tell[] =
    set.length + remove.length > 0 && views.length > 0
      ? [{ do: 'tell', node: null, set: Object.fromEntries(set), remove }]
      : []
  const forOne = brokers.flatMap(({ id }): readonly Tell[] => {
    const own = all.filter((name) => seen.own[id]?.[name] !== undefined)
    return own.length > 0 ? [{ do: 'tell', node: id, set: {}, remove: own }] : []
  })
  return [...forAll, ...forOne]
}

function lateBroker(world: World, seen: SettingsSeen): Verdict | null {
  const { told, all } = world.desired.settings
  for (const { id } of brokersOf(world)) {
    const names = all.filter((name) => seen.cluster[id]?.[name] !== told[name])
    if (names.length === 0) continue
    return { is: 'wait', why: { for: 'settings', node: id, names }, deadlineMs: SETTINGS_DEADLINE_MS }
  }
  return null
}

/** Kafka's word, once it has said it for a while: a broker that restarts meanwhile may say it for a moment. */
function refusalOf(world: World, moves: readonly Tell[]): Verdict | null {
  const { generation } = world.desired
  const entry = world.ledger.find((each) => each.node === null && each.generation === generation)
  if (moves.length === 0 || entry === undefined || entry.lastError === null || entry.step !== 'settings')
    return null
  if (world.now - progressedAt(world, entry) < REFUSED_MS) return null
  const names = [...new Set(moves.flatMap(({ set, remove }) => [...Object.keys(set), ...remove]))]
  return { is: 'stuck', why: { is: 'settingsRefused', names, why: entry.lastError } }
}
