import { describe, expect, it, test } from 'vitest'
import { isLiving } from '../../finding'
import { BROKERS, NOW, operation, seenBroker, world } from '../testing/worlds'
import {
  isKnown,
  type BrokerSeen,
  type ForeignSeen,
  type HolderSeen,
  type ObserverSeen,
  type World,
} from '../world'
import { foreignBrokers, unownedEndpoints } from './foreign-brokers'

const AWAY = { host: '127.10.1.77', port: 9092 }
const GIVEN = { host: '127.10.1.2', port: 9092 }

type Seen = {
  brokers?: Readonly<Record<number, BrokerSeen>>
  voters?: readonly number[]
  observers?: Readonly<Record<number, ObserverSeen>>
  foreign?: Partial<ForeignSeen>
}

function seen({ brokers = {}, voters = [], observers = {}, foreign = {} }: Seen): World {
  const before = world()
  const { kafka } = before.observed
  if (!isKnown(kafka.quorum) || !isKnown(kafka.brokers)) throw new Error('The world is known.')
  const { quorum } = kafka
  const joined = Object.fromEntries(voters.map((id) => [id, { lagMs: 0, endOffsetLag: 0 }]))
  return {
    ...before,
    observed: {
      ...before.observed,
      kafka: {
        ...kafka,
        brokers: { at: NOW, value: { ...kafka.brokers.value, ...brokers } },
        quorum: {
          at: NOW,
          value: {
            ...quorum.value,
            voters: { ...quorum.value.voters, ...joined },
            observers: { ...quorum.value.observers, ...observers },
          },
        },
      },
      foreign: { ...before.observed.foreign, ...foreign },
    },
  }
}

const holder = (change: Partial<HolderSeen> = {}): HolderSeen => ({
  ...AWAY,
  node: null,
  pid: 4711,
  command: 'java',
  since: NOW,
  ...change,
})
const away = (fenced = false): BrokerSeen => ({ fenced, endpoint: AWAY })
const asks = (askedAgoMs: number | null): ObserverSeen => ({ askedAgoMs })

describe('who belongs to the cluster by Kafka’s word alone', () => {
  test.each<[string, Seen, object[]]>([
    ['everybody is known', {}, []],
    [
      'a broker of no row serves',
      { brokers: { 4: away() } },
      [{ is: 'foreignBroker', node: 4, endpoint: AWAY, holder: null }],
    ],
    [
      '… and the kernel tells who it is',
      { brokers: { 4: away() }, foreign: { holders: [holder()] } },
      [{ is: 'foreignBroker', node: 4, endpoint: AWAY, holder: { pid: 4711, command: 'java' } }],
    ],
    [
      '… and is told once, also as the observer it is',
      { brokers: { 4: away() }, observers: { 4: asks(100) } },
      [{ is: 'foreignBroker', node: 4, endpoint: AWAY, holder: null }],
    ],
    [
      'it is fenced: nobody stands behind its registration',
      { brokers: { 4: away(true) }, observers: { 4: asks(60_000) } },
      [{ is: 'staleRegistration', node: 4, endpoint: AWAY }],
    ],
    [
      '… but somebody that asks for the log is there',
      { brokers: { 4: away(true) }, observers: { 4: asks(100) } },
      [
        { is: 'staleRegistration', node: 4, endpoint: AWAY },
        { is: 'foreignObserver', node: 4 },
      ],
    ],
    [
      'a controller’s id is registered as a broker',
      { brokers: { 10_001: away() } },
      [{ is: 'foreignBroker', node: 10_001, endpoint: AWAY, holder: null }],
    ],
    [
      'an id of ours at another address',
      { brokers: { 2: away() }, foreign: { holders: [holder()] } },
      [
        {
          is: 'otherAddress',
          node: 2,
          endpoint: AWAY,
          given: GIVEN,
          holder: { pid: 4711, command: 'java' },
        },
      ],
    ],
    ['an address that is not told is none', { brokers: { 2: { fenced: false, endpoint: null } } }, []],
    ['a voter of no row', { voters: [10_004] }, [{ is: 'foreignVoter', node: 10_004 }]],
    ['an observer of no row', { observers: { 7: asks(500) } }, [{ is: 'foreignObserver', node: 7 }]],
    ['… that asked for the last time a while ago', { observers: { 7: asks(3_001) } }, []],
    ['… of which nobody tells when it asked', { observers: { 7: asks(null) } }, []],
  ])('%s', (_, change, findings) => {
    expect(foreignBrokers(seen(change))).toEqual(findings)
  })

  it('knows those that go until their rows go, and asks nobody about observers meanwhile', () => {
    const leaving = seen({ observers: { 7: asks(100) }, voters: [10_004] })
    const desired = { ...leaving.desired, nodes: leaving.desired.nodes.filter(({ id }) => id !== 3) }
    const during = { ...leaving, desired, operation: operation('UPDATE') }
    expect(foreignBrokers(during)).toEqual([{ is: 'foreignVoter', node: 10_004 }])
  })

  it('says nothing on old evidence', () => {
    const before = seen({ brokers: { 4: away() }, voters: [10_004] })
    expect(foreignBrokers({ ...before, now: NOW + 60_000 })).toEqual([])
  })
})

describe('who stands at our addresses', () => {
  test.each<[string, Partial<ForeignSeen>, object[]]>([
    [
      'a process at that of a node that is down, told once whatever it holds',
      { holders: [holder({ ...GIVEN, node: 2 }), holder({ ...GIVEN, port: 9091, node: 2 })] },
      [{ is: 'heldAddress', node: 2, endpoint: GIVEN, holder: { pid: 4711, command: 'java' } }],
    ],
    ['one without a name may be dying', { holders: [holder({ node: 2, pid: null })] }, []],
    [
      '… but not for so long',
      { holders: [holder({ ...GIVEN, node: 2, pid: null, command: null, since: NOW - 3_000 })] },
      [{ is: 'heldAddress', node: 2, endpoint: GIVEN, holder: null }],
    ],
    [
      'another cluster answers',
      { otherCluster: { node: 1, clusterId: 'x' } },
      [{ is: 'otherCluster', node: 1, clusterId: 'x' }],
    ],
    [
      'a file that somebody edited',
      { changedFiles: { 3: ['log.retention.ms'], 9: ['not.ours'] } },
      [{ is: 'changedFile', node: 3, names: ['log.retention.ms'] }],
    ],
  ])('%s', (_, foreign, findings) => {
    expect(foreignBrokers(seen({ foreign }))).toEqual(findings)
  })

  test('asked about are the addresses of strangers that serve', () => {
    const own = new Set(BROKERS.map((id) => `127.10.1.${id}:9092`))
    const brokers = { at: NOW, value: { 1: seenBroker(1), 4: away(), 5: away(true) } }
    expect(unownedEndpoints(brokers, own)).toEqual([AWAY])
    expect(unownedEndpoints({ unknown: 'nobody answers' }, own)).toEqual([])
  })
})

test('what only lies there is not alive', () => {
  expect(isLiving({ is: 'foreignVoter', node: 4 })).toBe(true)
  expect(isLiving({ is: 'staleRegistration', node: 4, endpoint: null })).toBe(false)
})
