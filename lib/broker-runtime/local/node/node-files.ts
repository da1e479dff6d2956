import type { NodeRole } from '@/lib/domain/node'
import type { LoggingBackend } from '../release/catalogue'

/** The text of the files a node is started with. Pure: what is written where is the caller's. */

/** Java's properties syntax: everything beyond ASCII as \uXXXX, because old releases read Latin-1. */
export function propertiesText(properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, value]) => `${escape(key).replace(/[ :=]/g, String.raw`\$&`)}=${escape(value)}`)
  return `${lines.join('\n')}\n`
}

function escape(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`)
    .replace(/^[ #!]/, String.raw`\$&`)
    .replace(/[^\u0020-\u007E]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Reads what `propertiesText` wrote, and what Kafka itself writes (meta.properties). */
export function readProperties(text: string): Record<string, string> {
  const pairs = text.split(/\r?\n/).flatMap((line) => {
    const [, key, value] = /^(?![#!])((?:\\.|[^=:\\])+?)\s*[=:]\s*(.*)$/.exec(line.trimStart()) ?? []
    return key === undefined || value === undefined ? [] : [[unescape(key), unescape(value)] as const]
  })
  return Object.fromEntries(pairs)
}

const unescape = (text: string): string =>
  text.replaceAll(/\\(?:u([\dA-Fa-f]{4})|(.))/g, (_, code: string | undefined, unit: string) =>
    code === undefined ? (ESCAPED[unit] ?? unit) : String.fromCharCode(Number.parseInt(code, 16)),
  )

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** The lines of server.properties or zoo.cfg that name folders: only the driver knows them. */
export const directoryProperties = (role: NodeRole, data: string): Record<string, string> =>
  role === 'zookeeper' ? { dataDir: data } : { 'log.dirs': data }

export const configurationFile = (role: NodeRole): string =>
  role === 'zookeeper' ? 'zoo.cfg' : 'server.properties'

/** As it was written at the last start: what the file is compared with. */
export const writtenCopy = (role: NodeRole): string => `${configurationFile(role)}.written`

export const mainClass = (role: NodeRole): string =>
  role === 'zookeeper' ? 'org.apache.zookeeper.server.quorum.QuorumPeerMain' : 'kafka.Kafka'

/** What Kafka's own format tool writes; `directory.id` must not begin with a dash, which its tools take for an option. */
export function metaPropertiesText(kafkaClusterId: string, nodeId: number, directoryId: string): string {
  return propertiesText({
    version: '1',
    'cluster.id': kafkaClusterId,
    'node.id': String(nodeId),
    'directory.id': directoryId,
  })
}

/** A broker with ZooKeeper learns the cluster's id there; it only checks that the folder is its own. */
export const zookeeperBrokerMetaText = (nodeId: number): string =>
  propertiesText({ version: '0', 'broker.id': String(nodeId) })

const LOG_PATTERN = '[%d{yyyy-MM-dd HH:mm:ss,SSS}] %p %m (%c)%n'
const LOG_FILE_BYTES = 8 * 1024 * 1024
/** Older files server.log.1 to server.log.3; each start begins a new server.log. */
export const LOG_FILES_KEPT = 3
/** All that a node's log may take. */
export const LOG_BYTES_MAX = LOG_FILE_BYTES * (LOG_FILES_KEPT + 1)

/** The node rotates its log by itself, also while nobody watches. */
export function loggingText(backend: LoggingBackend): string {
  return propertiesText(backend === 'log4j2' ? log4j2() : reload4j())
}

export const loggingFile = (backend: LoggingBackend): string =>
  backend === 'log4j2' ? 'log4j2.properties' : 'log4j.properties'

export const loggingFlags = (backend: LoggingBackend): readonly string[] =>
  backend === 'log4j2'
    ? ['-Dlog4j2.configurationFile=file:log4j2.properties', '-Dlog4j2.disableJmx=true']
    : ['-Dlog4j.configuration=file:log4j.properties']

/**
 * Kafka prints all of its settings with each start and each new log segment, ZooKeeper a line for each time it is
 * asked how it is, which Mosaik does all the time: thousands of lines nobody asks for.
 */
const QUIET = [
  'kafka.server.KafkaConfig',
  'org.apache.kafka.common.config.AbstractConfig',
  'org.apache.kafka.clients.admin.AdminClientConfig',
  'org.apache.kafka.clients.producer.ProducerConfig',
  'org.apache.kafka.clients.consumer.ConsumerConfig',
  'org.apache.zookeeper.server.NIOServerCnxn',
]

function log4j2(): Record<string, string> {
  const quiet = QUIET.flatMap((name, index) => [
    [`logger.quiet${index}.name`, name],
    [`logger.quiet${index}.level`, 'WARN'],
  ])
  return {
    status: 'ERROR',
    'appender.file.type': 'RollingFile',
    'appender.file.name': 'file',
    'appender.file.fileName': 'logs/server.log',
    'appender.file.filePattern': 'logs/server.log.%i',
    'appender.file.layout.type': 'PatternLayout',
    'appender.file.layout.pattern': LOG_PATTERN,
    'appender.file.policies.type': 'Policies',
    'appender.file.policies.size.type': 'SizeBasedTriggeringPolicy',
    'appender.file.policies.size.size': String(LOG_FILE_BYTES),
    'appender.file.strategy.type': 'DefaultRolloverStrategy',
    'appender.file.strategy.fileIndex': 'min',
    'appender.file.strategy.max': String(LOG_FILES_KEPT),
    'rootLogger.level': 'INFO',
    'rootLogger.appenderRef.file.ref': 'file',
    ...Object.fromEntries(quiet),
  }
}

function reload4j(): Record<string, string> {
  return {
    'log4j.rootLogger': 'INFO, file',
    'log4j.appender.file': 'org.apache.log4j.RollingFileAppender',
    'log4j.appender.file.File': 'logs/server.log',
    'log4j.appender.file.MaxFileSize': String(LOG_FILE_BYTES),
    'log4j.appender.file.MaxBackupIndex': String(LOG_FILES_KEPT),
    'log4j.appender.file.layout': 'org.apache.log4j.PatternLayout',
    'log4j.appender.file.layout.ConversionPattern': LOG_PATTERN,
    ...Object.fromEntries(QUIET.map((name) => [`log4j.logger.${name}`, 'WARN'])),
  }
}
