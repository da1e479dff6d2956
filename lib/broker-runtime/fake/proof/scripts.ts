import type { KafkaRelease } from '@/lib/domain/kafka-version'
import type { PlacementWish } from '@/lib/domain/rebalance/placement-wish'
import type { Act, Scenario } from './scenario'
import type { Revision } from './specification'
import type { Shape } from './store'

/** Short lives written by hand, each to be disturbed at every single point of it. */

const SHAPE: Shape = [
  { id: 10_001, role: 'controller', zoneId: 'use1-az1' },
  { id: 10_002, role: 'controller', zoneId: 'use1-az2' },
  { id: 10_003, role: 'controller', zoneId: 'use1-az3' },
  { id: 1, role: 'broker', zoneId: 'use1-az1' },
  { id: 2, role: 'broker', zoneId: 'use1-az2' },
  { id: 3, role: 'broker', zoneId: 'use1-az3' },
]
const LONE: Shape = [{ id: 1, role: 'combined', zoneId: 'use1-az1' }]

const topic: Act = { do: 'createTopic', name: 'orders', partitions: 4, rf: 3, minIsr: 2 }
const update = (poison: Revision['poison'], poisons: Revision['poisons'] = 'broker'): Act => ({
  do: 'update',
  revision: { name: poison === null ? 'good' : 'poison', poison, poisons },
})

const release = (
  from: KafkaRelease,
  poison: Revision['poison'] = null,
  poisons: Revision['poisons'] = 'broker',
): Act => ({
  do: 'update',
  revision: { name: poison === null ? 'r0' : 'poison', poison, poisons, release: from },
})

const resize = (brokers: number): Act => ({ do: 'resize', brokers })

const place = (wish: PlacementWish): Act => ({ do: 'place', wish })

const script = (acts: readonly Act[], shape: Shape = SHAPE): Scenario => ({
  seed: 0,
  shape,
  assignAtOnce: true,
  bootsAllowed: 99,
  acts: acts.map((act) => ({ delayMs: 0, act })),
  deleteAt: null,
  faults: [],
  fillings: [],
  quota: null,
  veils: [],
  naps: [],
  pauses: [],
  stopsAt: new Set(),
  stallsAt: new Map(),
  interruptsAt: new Set(),
  interrupt: { do: 'delete' },
  twice: false,
  failing: null,
})

const withZookeeper = (acts: readonly Act[]): Scenario => ({ ...script(acts), release: '1.1.1' })

export const SCRIPTS = {
  'create and delete': script([{ do: 'delete' }]),
  'more brokers, and fewer again': script([topic, resize(6), resize(3)]),
  'off a broker, level again, other leaders': script([
    topic,
    place({ topic: 'orders', factor: 2 }),
    place({ brokers: [1, 2] }),
    place({ topic: 'orders', factor: 3 }),
    place({ leaders: 'level', brokers: [1, 3] }),
  ]),
  'create, stop, start': script([topic, { do: 'stop' }, { do: 'start' }]),
  'a good revision': script([topic, update(null)]),
  'a good revision of the controllers': script([topic, update(null, 'controller')]),
  'a revision that crashes': script([topic, update('crash')]),
  'a revision that hangs later': script([topic, update('hang')]),
  'a revision that crashes controllers later': script([topic, update('crashLate', 'controller')]),
  'a revision that never catches up': script([topic, update('neverCatchesUp')]),
  'settings told, then another revision': script([
    { do: 'update', revision: { name: 'r0', poison: null, poisons: 'broker', told: 'this' } },
    { do: 'update', revision: { name: 'good', poison: null, poisons: 'broker' } },
  ]),
  'an upgrade': script([topic, release('4.0.2'), release('4.3.1')]),
  'an upgrade on which brokers crash': script([topic, release('4.3.1', 'crash')]),
  'an upgrade on which controllers crash later': script([topic, release('4.3.1', 'crashLate', 'controller')]),
  'volumes that fill, and grow': {
    ...script([topic, { do: 'growVolumes' }]),
    acts: [
      { delayMs: 0, act: topic },
      { delayMs: 40_000, act: { do: 'growVolumes' } },
    ],
    fillings: [
      { at: 14_000, node: 1, to: 940, asked: false },
      { at: 20_000, node: 1, to: 975, asked: false },
      { at: 21_000, node: 2, to: 975, asked: false },
    ],
    quota: 500_000,
  },
  'an upgrade with ZooKeeper, in two rolls': withZookeeper([topic, release('2.8.2')]),
  'two upgrades with ZooKeeper on one of which brokers crash': withZookeeper([
    topic,
    release('2.2.1', 'crashLate'),
    release('2.8.2'),
  ]),
  'a reboot': script([topic, { do: 'reboot', node: 2 }]),
  'a lone node: poison, stop, start, delete': script(
    [update('crash'), { do: 'stop' }, { do: 'start' }, { do: 'delete' }],
    LONE,
  ),
} as const satisfies Record<string, Scenario>
