import { expect, test } from 'vitest'
import { testCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import { isKafkaRelease, KAFKA_RELEASES } from '@/lib/domain/kafka-version'
import { endpointOf, formatEndpoint, servesClients } from '@/lib/domain/node'
import { parseExposition } from './testing/parse-exposition'

/** The JMX exporter is loaded into each release that runs here, and into what it runs with. Long: starts all of them. */
test.each(Object.keys(KAFKA_RELEASES).filter(isKafkaRelease))(
  'nodes of %s tell their MBeans to Prometheus',
  { timeout: 300_000 },
  async (release) => {
    const openMonitoring = { jmxExporter: true, nodeExporter: false }
    const kafka = await testCluster({ release, shape: 'MSK', openMonitoring })
    try {
      await kafka.startAll()
      await kafka.allRun()
      for (const { role, place } of kafka.specifications) {
        const reply = await fetch(`http://${formatEndpoint(endpointOf(place, 'jmxExporter'))}/metrics`)
        const { samples } = parseExposition(await reply.text())
        const names = new Set(samples.map(({ name }) => name))
        expect([...names].some((name) => name.startsWith(MBEANS_OF[role]))).toBe(true)
        expect(names.has('jvm_threads_current')).toBe(true)
        if (!servesClients(role)) continue
        expect(samples).toContainEqual({
          name: 'kafka_server_ReplicaManager_Value',
          labels: { name: 'UnderReplicatedPartitions' },
          value: 0,
        })
      }
    } finally {
      await kafka.end()
    }
  },
)

const MBEANS_OF = {
  broker: 'kafka_server_BrokerTopicMetrics_',
  combined: 'kafka_server_BrokerTopicMetrics_',
  controller: 'kafka_controller_KafkaController_',
  zookeeper: 'org_apache_ZooKeeperService_',
} as const
