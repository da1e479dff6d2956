import { expect, test } from 'vitest'
import { testCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import type { Reading } from '@/lib/domain/metrics/series'
import { systemClock } from '../../clock'
import { log } from '../../log'
import { closeCluster, collectCluster, newClusterMemory } from './collect-cluster'
import { CollectorHealth } from './health'
import { watchedTestCluster } from './testing/watched-test-cluster'

const EVERYWHERE = [
  'BytesInPerSec',
  'CpuIdle',
  'HeapMemoryAfterGC',
  'ConnectionCount',
  'NetworkProcessorAvgIdlePercent',
  'RequestHandlerAvgIdlePercent',
  'UnderReplicatedPartitions',
  'ReplicationBytesInPerSec',
  'UserPartitionExists',
]

test.each(['2.8.2', '2.2.1', '1.1.1'] as const)(
  'a cluster of %s is measured under the same names',
  async (release) => {
    const kafka = await testCluster({ release, shape: 'MSK' })
    const memory = newClusterMemory()
    try {
      await kafka.startAll()
      await kafka.allRun()
      const cluster = watchedTestCluster(kafka, 'PER_BROKER')
      const readings: Reading[] = []
      const parts = {
        runtime: kafka.runtime,
        host: () => kafka.runtime.host(),
        put: (more: readonly Reading[]) => void readings.push(...more),
        log,
        clock: systemClock,
        health: new CollectorHealth(),
      }
      await collectCluster(parts, cluster, memory, 0)
      readings.length = 0
      await collectCluster(parts, cluster, memory, 10_000)
      const values = (metric: string) =>
        readings.filter(({ series }) => series.metric === metric).map(({ value }) => value)
      expect(EVERYWHERE.filter((metric) => values(metric).length !== 3)).toEqual([])
      expect(values('ActiveControllerCount')).toEqual([1])
      expect(values('ZooKeeperSessionState')).toEqual([1, 1, 1])
      expect(values('OfflinePartitionsCount')).toEqual([0])
    } finally {
      closeCluster(memory)
      await kafka.end()
    }
  },
)
