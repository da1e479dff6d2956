import { describe, expect, it } from 'vitest'
import { DRILL_KINDS, FAULT_KINDS, type DrillKind } from './kind'
import { mayDrill, type DrilledCluster } from './may-drill'
import { targetsOf } from './facts'

const GIB = 1024 ** 3
const cluster = (change: Partial<DrilledCluster> = {}): DrilledCluster => ({
  state: 'ACTIVE',
  power: 'on',
  mode: 'KRAFT',
  isHeld: false,
  isStale: false,
  hasOperation: false,
  hasDrill: false,
  brokers: 3,
  voters: 3,
  zones: 3,
  underReplicated: 0,
  isBraked: false,
  volumeBytes: 10 * GIB,
  host: { diskTotalBytes: 100 * GIB, diskFreeBytes: 60 * GIB },
  faults: FAULT_KINDS,
  ...change,
})

describe('a cluster may be drilled', () => {
  it.each(DRILL_KINDS)('%s where it is well', (kind) => {
    expect(mayDrill(kind, cluster())).toEqual({ may: true })
  })

  it.each<[string, DrillKind, Partial<DrilledCluster>]>([
    ['platform', 'freezeBroker', { faults: [] }],
    ['held', 'killBroker', { isHeld: true }],
    ['stopped', 'killBroker', { power: 'off' }],
    ['operation', 'killBroker', { hasOperation: true, state: 'UPDATING' }],
    ['drill', 'killBroker', { hasDrill: true, state: 'HEALING' }],
    ['noData', 'killBroker', { isStale: true }],
    ['state', 'killBroker', { state: 'HEALING' }],
    ['noData', 'killBroker', { underReplicated: null }],
    ['underReplicated', 'killBroker', { underReplicated: 1 }],
    ['braked', 'killBroker', { isBraked: true }],
    ['fewBrokers', 'killBroker', { brokers: 1 }],
    ['zookeeper', 'killController', { mode: 'ZOOKEEPER' }],
    ['fewVoters', 'loseControllerLeader', { voters: 1 }],
    ['fewZones', 'killZone', { zones: 2 }],
    ['hostSpace', 'fillVolume', { volumeBytes: 50 * GIB }],
  ])('not where it is refused for %s', (why, kind, change) => {
    expect(mayDrill(kind, cluster(change))).toEqual({ may: false, why })
  })
})

describe('a drill hits', () => {
  const nodes = [
    { nodeId: 1, role: 'broker', zoneId: 'a' },
    { nodeId: 2, role: 'broker', zoneId: 'b' },
    { nodeId: 10_001, role: 'controller', zoneId: 'a' },
    { nodeId: 10_002, role: 'controller', zoneId: 'b' },
  ] as const

  it.each([
    ['a broker', 'broker', 2, null, [2]],
    ['no controller where a broker is meant', 'broker', 10_001, null, []],
    ['a controller', 'controller', 10_002, null, [10_002]],
    ['no broker where a controller is meant', 'controller', 1, null, []],
    ['whoever leads', 'leadingController', null, null, [10_001]],
    ['all of a zone', 'zone', null, 'b', [2, 10_002]],
    ['nobody of a zone that is not there', 'zone', null, 'x', []],
  ] as const)('%s', (_, scope, node, zoneId, hit) => {
    expect(targetsOf({ scope, node, zoneId }, nodes, 10_001)).toEqual(hit)
  })
})
