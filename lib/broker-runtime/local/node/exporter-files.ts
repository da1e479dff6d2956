import type { Endpoint } from '@/lib/domain/node'

/** Prometheus' JMX exporter in a node whose cluster has open monitoring: figures for whoever asks, and nothing else. */
export type Exporter = { jar: string; endpoint: Endpoint }

export const EXPORTER_CONFIG = 'jmx-exporter.yaml'

/** Of the eighty kinds of requests, which make five of six figures of a broker, those that clients and followers send all the time. */
const REQUESTS = ['Produce', 'Fetch', 'FetchConsumer', 'FetchFollower', 'Metadata']

const OBJECT_NAMES = [
  'kafka.cluster:*',
  'kafka.controller:*',
  'kafka.coordinator.*:*',
  'kafka.log:*',
  'kafka.log.remote:*',
  'kafka.server:*',
  'kafka.utils:*',
  ...['Acceptor', 'Processor', 'RequestChannel', 'SocketServer'].map(
    (type) => `kafka.network:type=${type},*`,
  ),
  ...REQUESTS.map((request) => `kafka.network:type=RequestMetrics,request=${request},*`),
  'java.lang:*',
  'org.apache.ZooKeeperService:*',
]

/**
 * The exporter's own names without any rule, as on MSK (`kafka_server_BrokerTopicMetrics_Count{name=…}`). A rule that
 * matches all and a cache for it were measured to spare nothing.
 */
export const EXPORTER_CONFIG_TEXT = [
  'includeObjectNames:',
  ...OBJECT_NAMES.map((name) => `  - "${name}"`),
  'rules:',
  '  - pattern: ".*"',
  '',
].join('\n')
