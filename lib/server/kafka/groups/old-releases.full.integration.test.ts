import { Kafka, logLevel } from 'kafkajs'
import { expect, test, vi } from 'vitest'
import { testCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import { formatEndpoint } from '@/lib/domain/node'
import { watchedTestCluster } from '../../metrics/collect/testing/watched-test-cluster'
import { openAdmin } from '../admin'
import { sendMessages } from '../messages'
import { createTopic } from '../topics/create-topic'
import { commitOffsets, deleteOneGroup } from './commit-offsets'
import { listAllGroups } from './list'
import { lookAtGroup } from './look-at-group'

test.each(['2.8.2', '2.2.1', '1.1.1'] as const)(
  'groups of a cluster of %s are read, moved and deleted as those of a new one',
  async (release) => {
    const kafka = await testCluster({ release, shape: 'MSK' })
    const bootstrap = watchedTestCluster(kafka, 'DEFAULT').clients
    const admin = openAdmin({ bootstrap })
    try {
      await kafka.startAll()
      await kafka.allRun()
      // A broker that runs may have to wait a moment until the controller has told it of the others.
      await vi.waitFor(
        () => createTopic(admin, { name: 'orders', partitionCount: 3, replicationFactor: 3 }),
        { timeout: 20_000, interval: 300 },
      )
      const records = Array.from({ length: 30 }, (_, n) => ({ key: String(n), value: 'x' }))
      await sendMessages({ bootstrap, topic: 'orders', timeoutMs: 30_000 }, records)
      const brokers = bootstrap.map(formatEndpoint)
      const retry = { retries: 30, initialRetryTime: 200 }
      const client = new Kafka({ clientId: 'till', brokers, logLevel: logLevel.NOTHING, retry })
      const consumer = client.consumer({ groupId: 'books' })
      await consumer.connect()
      await consumer.subscribe({ topic: 'orders', fromBeginning: true })
      await consumer.run({ eachMessage: async () => undefined })
      await vi.waitFor(
        async () => {
          const { group, positions, retentionMs } = await lookAtGroup(admin, 'books')
          expect(group.described).toMatchObject({ state: 'Stable', members: [{ clientId: 'till' }] })
          expect(positions.reduce((sum, { committed }) => sum + (committed ?? 0), 0)).toBe(30)
          expect(retentionMs).toBeGreaterThan(0)
        },
        { timeout: 60_000, interval: 500 },
      )
      const { groups } = await listAllGroups(admin)
      expect(groups).toMatchObject([{ name: 'books', kind: 'classic', state: 'Stable' }])
      await consumer.disconnect()
      const seen = await vi.waitFor(
        async () => {
          const looked = await lookAtGroup(admin, 'books')
          expect(looked.group.state).toBe('Empty')
          return looked
        },
        { timeout: 30_000, interval: 500 },
      )
      await commitOffsets(admin, seen, [{ topic: 'orders', partition: 1, from: null, to: 1, again: null }])
      expect((await lookAtGroup(admin, 'books')).positions[1]?.committed).toBe(1)
      await deleteOneGroup(admin, 'books')
      expect((await listAllGroups(admin)).groups).toEqual([])
    } finally {
      admin.close()
      await kafka.end()
    }
  },
)
