import type { ClusterSpecification, Zone } from '../cluster'

export const PLAIN_ZONES: readonly Zone[] = ['a', 'b', 'c'].map((letter, index) => ({
  subnetId: `subnet-1${letter}`,
  zoneId: `use1-az${index + 1}`,
  zoneName: `us-east-1${letter}`,
}))

/** Three brokers in three zones as quick create makes them, unless a test says otherwise. */
export const plainSpecification = (changed: Partial<ClusterSpecification> = {}): ClusterSpecification => ({
  kafkaVersion: '4.3.1',
  release: '4.3.1',
  mode: 'KRAFT',
  shape: 'MSK',
  profile: 'lab',
  access: 'THIS_MACHINE',
  power: 'on',
  instanceType: 'kafka.m5.large',
  brokerCount: 3,
  volumeSizeGiB: 10,
  zones: [...PLAIN_ZONES],
  securityGroups: [],
  brokerHeap: { heapMinMiB: 64, heapMaxMiB: 256 },
  voterHeap: { heapMinMiB: 48, heapMaxMiB: 192 },
  configuration: {},
  enhancedMonitoring: 'DEFAULT',
  restartTokens: {},
  ...changed,
})
