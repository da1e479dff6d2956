import { spawn, execFile, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Endpoint } from '@/lib/domain/node'
import { openConnection } from '../wire/connection'
import { metadata } from '../rpc/metadata'

/**
 * One real Kafka process, broker and controller at once, for tests of this folder alone. It knows nothing of
 * drivers: those have their own tests, and these must not fail because a driver does.
 */
export type SingleNode = {
  release: string
  client: Endpoint
  controller: Endpoint
  /** SIGSTOP and SIGCONT: alive for TCP, silent for Kafka. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

export const SINGLE_NODE_ID = 1
const RELEASE = '4.3.1'
const LOG4J = '2.25.4'
const START_TIMEOUT_MS = 60_000

const run = promisify(execFile)

/** `network` is the first two octets of a loopback block that no one else uses; the rest is drawn. */
export async function startSingleNode(network: string): Promise<SingleNode> {
  const libraries = await jars()
  const home = await mkdtemp(join(tmpdir(), 'mosaik-kafka-'))
  const octet = (): number => 1 + Math.floor(Math.random() * 250)
  const host = `${network}.${octet()}.${octet()}`
  const [client, controller] = [
    { host, port: 9092 },
    { host, port: 9093 },
  ]
  const properties = join(home, 'server.properties')
  await writeFile(properties, propertiesOf(home, client, controller))
  const classPath = `${libraries}/*`
  const cluster = Buffer.from(crypto.getRandomValues(new Uint8Array(16)))
    .toString('base64url')
    .replace(/^-/, 'A')
  await run('java', ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', cluster, '-c', properties])
  const process = spawnKafka(home, classPath, properties)
  const node: SingleNode = {
    release: RELEASE,
    client,
    controller,
    pause: () => void process.kill('SIGSTOP'),
    resume: () => void process.kill('SIGCONT'),
    stop: async () => {
      await ended(process)
      await rm(home, { recursive: true, force: true })
    },
  }
  try {
    await untilRegistered(client)
    return node
  } catch (error) {
    const log = await readFile(join(home, 'boot.log'), 'utf8')
    await node.stop()
    throw new Error(`Kafka ${RELEASE} did not start. The end of its log:\n${log.slice(-2000)}`, {
      cause: error,
    })
  }
}

function spawnKafka(home: string, classPath: string, properties: string): ChildProcess {
  const memory = ['-Xms96m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData']
  const command = ['java', ...memory, `-Dkafka.logs.dir=${home}`, '-cp', classPath, 'kafka.Kafka', properties]
  // Through a shell only for the redirection; exec keeps the pid ours.
  return spawn('sh', ['-c', 'exec "$@" > boot.log 2>&1', 'sh', ...command], { cwd: home, stdio: 'ignore' })
}

const propertiesOf = (home: string, client: Endpoint, controller: Endpoint): string => `
process.roles=broker,controller
node.id=${SINGLE_NODE_ID}
controller.quorum.voters=${SINGLE_NODE_ID}@${controller.host}:${controller.port}
listeners=CLIENT://${client.host}:${client.port},CONTROLLER://${controller.host}:${controller.port}
advertised.listeners=CLIENT://${client.host}:${client.port}
inter.broker.listener.name=CLIENT
controller.listener.names=CONTROLLER
listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=${home}/data
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
log.cleaner.dedupe.buffer.size=4194304
`

async function untilRegistered(client: Endpoint): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  for (;;) {
    try {
      const connection = await openConnection({ endpoint: client, connectTimeoutMs: 2000 })
      const { brokers } = await connection.call(metadata, { topics: [] }, 2000).finally(connection.close)
      if (brokers.length > 0) return
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    await sleep(100)
  }
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  const exit = new Promise((resolve) => process.once('exit', resolve))
  process.kill('SIGKILL')
  await exit
}

/** Kafka's jars by Maven, kept between runs. */
async function jars(): Promise<string> {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mosaik', 'test-kafka')
  const kept = join(cache, RELEASE)
  if (existsSync(kept)) return kept
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'fetch-'))
  const artifact = (group: string, name: string, version: string): string =>
    `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`
  const log4j = ['log4j-api', 'log4j-core', 'log4j-slf4j-impl', 'log4j-1.2-api']
  const dependencies = [
    artifact('org.apache.kafka', 'kafka_2.13', RELEASE),
    ...log4j.map((name) => artifact('org.apache.logging.log4j', name, LOG4J)),
  ]
  await writeFile(
    join(work, 'pom.xml'),
    `<project><modelVersion>4.0.0</modelVersion><groupId>mosaik</groupId><artifactId>test</artifactId>` +
      `<version>1</version><dependencies>${dependencies.join('')}</dependencies></project>`,
  )
  await run(
    'mvn',
    ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=libs'],
    {
      cwd: work,
    },
  )
  // Renamed whole, so that an interrupted download is never mistaken for a complete one.
  await rename(join(work, 'libs'), kept).catch((error: unknown) => {
    if (!existsSync(kept)) throw error
  })
  await rm(work, { recursive: true, force: true })
  return kept
}
