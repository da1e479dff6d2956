import { describe, expect, it } from 'vitest'
import { stopPermit } from './permit'
import { absent, partition, running, world, type Change } from './testing/worlds'
import type { World } from './world'

const cases: readonly [string, number, Change, object][] = [
  ['a broker whose partitions have spare members', 1, {}, { is: 'granted' }],
  ['a controller of three', 10_001, {}, { is: 'granted' }],
  [
    'a broker that is itself behind: its sickness does not forbid its cure',
    1,
    { partitions: { 'orders-0': partition({ isr: [2, 3], leader: 2 }) } },
    { is: 'granted' },
  ],
  [
    'a broker the partition needs for its min ISR',
    1,
    { partitions: { 'orders-0': partition({ isr: [1, 2] }) } },
    { is: 'refused', why: { for: 'minIsr', node: 1, partition: 'orders-0', isr: 1, needed: 2 } },
  ],
  [
    'a broker of a partition without a replica to spare: its owner chose that',
    1,
    { partitions: { 'audit-0': partition({ replicas: [1], isr: [1], minIsr: 1 }) } },
    { is: 'granted' },
  ],
  [
    'any node while another is down',
    1,
    { procs: { 2: absent() } },
    { is: 'refused', why: { for: 'permit', node: 1, blockedBy: 2 } },
  ],
  [
    'any node while another hangs, though the ISR still counts it',
    1,
    { procs: { 3: running(3, { answers: false }) } },
    { is: 'refused', why: { for: 'permit', node: 1, blockedBy: 3 } },
  ],
  [
    'any node while another is fenced',
    2,
    { fenced: [3] },
    { is: 'refused', why: { for: 'permit', blockedBy: 3 } },
  ],
  ['any node without a quorum', 1, { leader: null }, { is: 'refused' }],
]

const section =
  (part: 'quorum' | 'brokers' | 'partitions') =>
  (before: World): World => ({
    ...before,
    observed: {
      ...before.observed,
      kafka: { ...before.observed.kafka, [part]: { unknown: 'nobody answered' } },
    },
  })

describe('permit to stop', () => {
  it.each(cases)('%s', (_, node, change, expected) => {
    expect(stopPermit(world(change), node)).toMatchObject(expected)
  })

  it.each(['quorum', 'brokers', 'partitions'] as const)('is refused while the %s are not known', (part) => {
    expect(stopPermit(section(part)(world()), 1)).toMatchObject({ is: 'refused', why: { for: 'look' } })
  })

  it('is refused on an old look', () => {
    expect(stopPermit({ ...world(), now: world().now + 6_000 }, 1)).toMatchObject({ is: 'refused' })
  })

  it('is granted to the lone node of the development shape', () => {
    const lone = world()
    const only = { ...lone.desired, nodes: lone.desired.nodes.filter(({ id }) => id === 10_001) }
    expect(stopPermit({ ...lone, desired: only }, 10_001)).toEqual({ is: 'granted' })
  })
})
