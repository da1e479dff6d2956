import { execFile, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { copyFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { makePrivateDirectory } from '../atomic-file'
import { BOOT_BEGINS, readBootLine } from '../logs/boot-stage'
import { exitReason } from '../logs/exit-reason'
import { argumentFileText, ARGUMENT_FILE, javaArguments, nodeEnvironment } from '../node/command-line'
import { nodeDirectoryAt, type NodeDirectory } from '../node/node-directory'
import { formatData, writeNodeFiles } from '../node/node-setup'
import { spawnNode } from '../node/spawn-node'
import type { ReleaseFacts } from './catalogue'
import type { Java } from './java'
import type { Report } from './jar-set'
import type { RunnableJars } from './ready-release'
import { freePorts, rehearsalNodes, type RehearsalNode } from './rehearsal'

const run = promisify(execFile)

const START_MS_MAX = 90_000
const EXERCISE_MS_MAX = 60_000
/** Writing an archive takes some 3 s, and longer on a busy machine. */
const END_MS_MAX = 90_000
const KAFKA_CLUSTER_ID = 'Rehearsal0000000000000'
const JVM = { heapMinMiB: 96, heapMaxMiB: 256, profile: 'lab' } as const

export type Rehearsal = {
  facts: ReleaseFacts
  java: Java
  kafka: RunnableJars
  zookeeper: RunnableJars | null
  /** An empty folder for everything that is thrown away afterwards. */
  scratch: string
}

/**
 * Formats with Kafka's own tool, once for all clusters of a release: the checkpoint names neither cluster nor node,
 * and without it a controller would leave every feature but metadata.version at zero.
 */
export async function formatOnce(rehearsal: Rehearsal, into: string): Promise<void> {
  const { facts, java, kafka, scratch } = rehearsal
  const directory = nodeDirectoryAt(join(scratch, 'format'))
  const [node] = rehearsalNodes(facts, await freePorts())
  if (!node) throw new Error(`Kafka ${facts.release} has nothing to format.`)
  writeNodeFiles(directory, { ...node, jvm: JVM }, kafka, java.feature)
  const tool = ['kafka.tools.StorageTool', 'format', '-t', KAFKA_CLUSTER_ID, '-c', 'server.properties']
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:-UsePerfData']
  await run(java.executable, [...flags, '-cp', kafka.classPath.join(':'), ...tool], {
    cwd: directory.root,
    env: nodeEnvironment(process.env),
    timeout: START_MS_MAX,
  })
  const aside = `${into}.${process.pid}.tmp`
  await copyFile(join(directory.data, 'bootstrap.checkpoint'), aside)
  await rename(aside, into)
}

/**
 * Runs the release once, small and without the agent (with one the JVM refuses to write an archive), lets it create,
 * produce and consume, and has the JVM write down its loaded classes as it ends.
 */
export async function trainArchives(
  rehearsal: Rehearsal,
  archives: { kafka: string; zookeeper: string | null },
  bootstrapCheckpoint: string | null,
  report: Report,
): Promise<void> {
  const { facts, java, kafka, zookeeper, scratch } = rehearsal
  const ports = await freePorts()
  const running: { child: ChildProcess; aside: string; archive: string }[] = []
  try {
    for (const node of rehearsalNodes(facts, ports)) {
      const ofZookeeper = node.role === 'zookeeper'
      const archive = ofZookeeper ? archives.zookeeper : archives.kafka
      const jars = ofZookeeper ? zookeeper : kafka
      if (!archive || !jars) continue
      report(
        `Rehearsing a start of ${ofZookeeper ? 'ZooKeeper' : `Kafka ${facts.release}`} for its class archive`,
      )
      const aside = `${archive}.${process.pid}.tmp`
      const directory = nodeDirectoryAt(join(scratch, String(node.nodeId)))
      writeNodeFiles(directory, { ...node, jvm: JVM }, jars, java.feature)
      dumpAtExit(directory, node, jars, java, aside)
      formatData(directory, { ...node, kafkaClusterId: KAFKA_CLUSTER_ID }, bootstrapCheckpoint)
      running.push({
        child: spawnNode(directory, java.executable, '-Dmosaik.rehearsal=true'),
        aside,
        archive,
      })
      await started(directory, node, running.at(-1)?.child)
    }
    await exercise(rehearsal, ports.client)
    report(`Writing the class archive of Kafka ${facts.release}`)
    for (const { child } of running.toReversed()) await end(child)
    for (const { aside, archive } of running) if (existsSync(aside)) await rename(aside, archive)
  } finally {
    for (const { child } of running) if (isRunning(child)) child.kill('SIGKILL')
  }
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

/** The archive is trained with the very class path and flags that will use it. */
function dumpAtExit(
  { root }: NodeDirectory,
  node: RehearsalNode,
  jars: RunnableJars,
  java: Java,
  archive: string,
): void {
  const trained = javaArguments({ ...node, jvm: JVM }, { ...jars, archive: null, agent: null }, java.feature)
  makePrivateDirectory(root)
  writeFileSync(
    join(root, ARGUMENT_FILE),
    argumentFileText([`-XX:ArchiveClassesAtExit=${archive}`, ...trained]),
  )
}

async function started(directory: NodeDirectory, node: RehearsalNode, child?: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_MS_MAX
  while (Date.now() < deadline) {
    const log = existsSync(directory.serverLog) ? readFileSync(directory.serverLog, 'utf8') : ''
    const stage = log.split('\n').reduce((before, line) => readBootLine(before, node.role, line), BOOT_BEGINS)
    if (stage.started) return
    if (child && !isRunning(child)) {
      const reason = exitReason(readFileSync(directory.bootLog, 'utf8'), log)
      throw new Error(`The rehearsal ended while starting: ${reason ?? `exit code ${child.exitCode}`}`)
    }
    await sleep(100)
  }
  throw new Error(`The rehearsal did not start within ${START_MS_MAX / 1000} s.`)
}

/** Kafka's own tool that creates a topic, produces and consumes, in one JVM. Without it the archive is just smaller. */
async function exercise({ facts, java, kafka, scratch }: Rehearsal, port: number): Promise<void> {
  const old = facts.mode === 'ZOOKEEPER' || facts.release.startsWith('3.')
  const tool = [old ? 'kafka.tools.EndToEndLatency' : 'org.apache.kafka.tools.EndToEndLatency']
  const options = [`127.0.0.1:${port}`, 'rehearsal', '20', '1', '100']
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:-UsePerfData', '-Xmx128m']
  await run(java.executable, [...flags, '-cp', kafka.classPath.join(':'), ...tool, ...options], {
    cwd: scratch,
    env: nodeEnvironment(process.env),
    timeout: EXERCISE_MS_MAX,
  }).catch(() => undefined)
}

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  const ended = new Promise<true>((resolve) => child.once('exit', () => resolve(true)))
  child.kill('SIGTERM')
  const inTime = await Promise.race([ended, sleep(END_MS_MAX, false)])
  if (!inTime) throw new Error(`The rehearsal did not end within ${END_MS_MAX / 1000} s.`)
}
