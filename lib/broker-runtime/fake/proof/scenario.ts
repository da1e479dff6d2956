import type { KafkaRelease } from '@/lib/domain/kafka-version'
import type { Move } from '@/lib/domain/plan/plan'
import type { NodeId } from '@/lib/domain/plan/world'
import type { PlacementWish } from '@/lib/domain/rebalance/placement-wish'
import { POISONS, type Poison } from '../state'
import { SECTIONS, VOLUME_SECTIONS, type Veil } from './eyes'
import { Random } from './random'
import type { Revision } from './specification'
import type { Shape } from './store'

/** One life of a cluster: what its users do, and what goes wrong meanwhile. All of it follows from the seed. */
export type Act =
  | { do: 'update'; revision: Revision }
  | { do: 'reboot'; node: NodeId }
  | { do: 'resize'; brokers: number }
  /** Whatever lies there moves, or is led by others. */
  | { do: 'place'; wish: PlacementWish }
  | { do: 'growVolumes' }
  | { do: 'stop' }
  | { do: 'start' }
  | { do: 'delete' }
  | { do: 'createTopic'; name: string; partitions: number; rf: number; minIsr: number }
  | { do: 'deleteTopic'; name: string }

export type Fault = { at: number; lasts: number; node: NodeId; is: FaultKind }
/** What brokers hold, in thousandths of the first volume. */
export type Filling = {
  at: number
  node: NodeId
  to: number
  /** Somebody has Kafka keep less. */ asked: boolean
}

export const FAULTS = ['crash', 'hang', 'freeze', 'loseDirectory', 'slowBoot', 'neverRegisters'] as const
export type FaultKind = (typeof FAULTS)[number]

export type Scenario = {
  seed: number
  shape: Shape
  /** It begins with; left out: the first of the proof, in KRaft mode. */
  release?: KafkaRelease
  assignAtOnce: boolean
  bootsAllowed: number
  /** In order, each as soon as the one before has ended and its delay has passed. */
  acts: readonly { delayMs: number; act: Act }[]
  /** A delete that does not wait for anything, or null. */
  deleteAt: number | null
  faults: readonly Fault[]
  fillings: readonly Filling[]
  /** The default quota of producers that somebody set. */
  quota: number | null
  veils: readonly Veil[]
  /** Nobody looks: the engine, or the whole machine, sleeps. */
  naps: readonly { at: number; lasts: number }[]
  /** Somebody pauses healing: what dies stays down. */
  pauses: readonly { at: number; lasts: number }[]
  stopsAt: ReadonlySet<number>
  stallsAt: ReadonlyMap<number, number>
  interruptsAt: ReadonlySet<number>
  interrupt: Act
  twice: boolean
  failing: Move['do'] | null
}

const TROUBLE_MS = 240_000
/** About as many as a life with two changes has. */
const POINTS_MAX = 150

export function scenarioOf(seed: number): Scenario {
  const random = new Random(seed)
  const shape = shapeOf(random)
  const faultsMax = random.pick([0, 0, 1, 1, 2, 4])
  const deletesEarly = random.chance(0.15)
  const scenario: Scenario = {
    seed,
    shape,
    assignAtOnce: random.chance(0.5),
    bootsAllowed: random.pick([1, 2, 6, 99]),
    acts: actsOf(random, shape),
    deleteAt: deletesEarly ? random.integer(0, TROUBLE_MS) : null,
    faults: Array.from({ length: faultsMax }, () => faultOf(random, shape)),
    fillings: [],
    quota: null,
    veils: Array.from({ length: random.pick([0, 0, 1, 3]) }, () => veilOf(random)),
    naps: random.chance(0.1)
      ? [{ at: random.integer(0, TROUBLE_MS), lasts: random.integer(6_000, 900_000) }]
      : [],
    stopsAt: pointsOf(random, random.pick([0, 0, 1, 3, 10])),
    stallsAt: stallsOf(random, random.pick([0, 0, 2, 6])),
    interruptsAt: random.chance(0.15) ? pointsOf(random, 1) : new Set(),
    interrupt: random.pick<Act>([{ do: 'delete' }, { do: 'delete' }, { do: 'stop' }]),
    twice: random.chance(0.2),
    failing: random.chance(0.1)
      ? random.pick(['start', 'stop', 'kill', 'assign', 'destroy', 'forget', 'prepareRelease'])
      : null,
    // Drawn last: all that was drawn before it is what it was without it.
    pauses: random.chance(0.2)
      ? [{ at: random.integer(0, TROUBLE_MS), lasts: random.integer(10_000, 200_000) }]
      : [],
  }
  const resizes = resizesOf(random, shape)
  const resized = { ...scenario, acts: [...scenario.acts, ...resizes, ...placesOf(random, shape)] }
  return { ...resized, ...volumesOf(random, resized) }
}

/** Volumes fill, are grown, or get less to hold. Drawn after everything else, for the same reason. */
function volumesOf(random: Random, { shape, acts, veils }: Scenario): Partial<Scenario> {
  if (!random.chance(0.3)) return {}
  const brokers = shape.filter(({ role }) => role !== 'controller').map(({ id }) => id)
  const fillings = Array.from({ length: random.integer(1, 7) }, () => {
    const to = random.pick([500, 920, 940, 965, 975, 985, 995])
    return {
      at: random.integer(0, TROUBLE_MS),
      node: brokers[random.integer(0, brokers.length)] ?? 1,
      to,
      asked: to === 500,
    }
  })
  const grows: Act[] = random.chance(0.4) ? [{ do: 'growVolumes' }] : []
  const place = random.integer(0, acts.length + 1)
  const blind = random.chance(0.3)
    ? [{ ...veilOf(random), section: random.pick(VOLUME_SECTIONS) } satisfies Veil]
    : []
  return {
    fillings,
    quota: random.pick([null, 500_000]),
    acts: [...acts.slice(0, place), ...grows.map((act) => ({ delayMs: 5_000, act })), ...acts.slice(place)],
    veils: [...veils, ...blind],
  }
}

/** Brokers come, and perhaps go again. Drawn after everything else, for the same reason. */
function resizesOf(random: Random, shape: Shape): Scenario['acts'] {
  const brokers = shape.filter(({ role }) => role === 'broker').length
  if (brokers < 3 || !random.chance(0.25)) return []
  const counts = random.pick([[brokers + 3], [brokers + 3, brokers], [3], [3, brokers + 3]])
  return counts.map((count) => ({
    delayMs: random.pick([0, 20_000]),
    act: { do: 'resize', brokers: count } as const,
  }))
}

/** Partitions leave a broker, or get other leaders, and lie level again. Drawn last of all. */
function placesOf(random: Random, shape: Shape): Scenario['acts'] {
  const brokers = shape.filter(({ role }) => role !== 'controller').map(({ id }) => id)
  if (brokers.length < 3 || !random.chance(0.3)) return []
  const without = brokers[random.integer(0, brokers.length)]
  const others = brokers.filter((id) => id !== without)
  const wishes = random.pick<readonly PlacementWish[]>([
    [{ brokers: others }, {}],
    [{ topic: 'topic0', brokers: others }],
    [{ leaders: 'level', brokers: others }, { leaders: 'level' }],
    [{ topic: 'topic1' }, { leaders: 'preferred' }, {}],
  ])
  return wishes.map((wish) => ({ delayMs: random.pick([0, 20_000]), act: { do: 'place', wish } }))
}

function shapeOf(random: Random): Shape {
  const zones = ['use1-az1', 'use1-az2', 'use1-az3']
  const zoneOf = (index: number): string => zones[index % 3] ?? ''
  const [brokers, voters] = random.pick<readonly [number, number]>([
    [3, 3],
    [3, 3],
    [6, 3],
    [2, 3],
    [1, 0],
    [3, 0],
  ])
  const role = voters === 0 ? 'combined' : 'broker'
  return [
    ...Array.from({ length: voters }, (_, index) => ({
      id: 10_001 + index,
      role: 'controller' as const,
      zoneId: zoneOf(index),
    })),
    ...Array.from({ length: brokers }, (_, index) => ({
      id: 1 + index,
      role: role === 'combined' ? ('combined' as const) : ('broker' as const),
      zoneId: zoneOf(index),
    })),
  ]
}

function actsOf(random: Random, shape: Shape): Scenario['acts'] {
  const brokers = shape.filter(({ role }) => role !== 'controller').length
  const topics = random.integer(0, 3)
  const acts: Act[] = Array.from({ length: topics }, (_, index) => topicOf(random, brokers, index))
  const changes = random.integer(0, 4)
  for (let index = 0; index < changes; index += 1) acts.push(...changeOf(random, shape, index))
  if (random.chance(0.4)) acts.push({ do: 'delete' })
  return acts.map((act) => ({ delayMs: random.pick([0, 2_000, 20_000, 45_000]), act }))
}

function topicOf(random: Random, brokers: number, index: number): Act {
  const rf = Math.min(brokers, random.pick([1, 2, 3, 3]))
  const minIsr = rf === 1 ? 1 : random.pick([1, rf - 1, rf])
  return { do: 'createTopic', name: `topic${index}`, partitions: random.integer(1, 8), rf, minIsr }
}

function changeOf(random: Random, shape: Shape, index: number): readonly Act[] {
  const poisons = random.pick(['broker', 'broker', 'controller'] as const satisfies readonly string[])
  // Only what a controller can suffer of: it neither registers nor follows partitions.
  const poison: Poison = random.pick(
    poisons === 'broker' ? POISONS : (['crash', 'crashLate', 'hang'] as const),
  )
  switch (random.integer(0, 9)) {
    case 0:
    case 1:
      return [{ do: 'update', revision: { name: `good${index}`, poison: null, poisons, ...toldOf(random) } }]
    case 2:
    case 3:
      return [
        {
          do: 'update',
          revision: { name: `poison${index}`, poison, poisons, ...toldOf(random) },
        },
      ]
    case 4:
      return [{ do: 'reboot', node: shape[random.integer(0, shape.length)]?.id ?? 1 }]
    case 5:
      return [{ do: 'deleteTopic', name: `topic${random.integer(0, 3)}` }]
    case 6:
      // Nothing but what brokers take while they run.
      return [{ do: 'update', revision: { name: 'r0', poison: null, poisons, ...toldOf(random) } }]
    default:
      return [{ do: 'stop' }, { do: 'start' }]
  }
}

const toldOf = (random: Random): { told?: string } => {
  const told = random.pick([null, 'this', 'that'])
  return told === null ? {} : { told }
}

function faultOf(random: Random, shape: Shape): Fault {
  return {
    at: random.integer(0, TROUBLE_MS),
    lasts: random.pick([3_000, 15_000, 60_000, 200_000]),
    node: shape[random.integer(0, shape.length)]?.id ?? 1,
    is: random.pick([...FAULTS, 'crash', 'crash', 'hang']),
  }
}

function veilOf(random: Random): Veil {
  const from = random.integer(0, TROUBLE_MS)
  return {
    section: random.pick(SECTIONS),
    how: random.pick(['unknown', 'stale']),
    from,
    until: from + random.pick([1_000, 4_000, 12_000, 60_000, 220_000]),
  }
}

const pointsOf = (random: Random, count: number): ReadonlySet<number> =>
  new Set(Array.from({ length: count }, () => random.integer(1, POINTS_MAX)))

const stallsOf = (random: Random, count: number): ReadonlyMap<number, number> =>
  new Map(
    Array.from({ length: count }, () => [random.integer(1, POINTS_MAX), random.pick([2_000, 8_000, 30_000])]),
  )
