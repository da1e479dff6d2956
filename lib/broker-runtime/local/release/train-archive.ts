import { execFile, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { releaseWorkSentence } from '@/lib/domain/release-work'
import { BOOT_BEGINS, readBootLine } from '../logs/boot-stage'
import { exitReason } from '../logs/exit-reason'
import { AGENT_CONFIG } from '../node/agent-files'
import { argumentFileText, ARGUMENT_FILE, javaArguments, nodeEnvironment } from '../node/command-line'
import { nodeDirectoryAt, type NodeDirectory } from '../node/node-directory'
import { formatData, writeAgentFiles, writeNodeFiles } from '../node/node-setup'
import { platformProcesses } from '../process/platform-processes'
import { signal } from '../supervise/end-node'
import { spawnNode } from '../supervise/spawn-node'
import { isAlive } from './build-folder'
import type { Report } from './jar-set'
import type { RunnableJars } from './ready-release'
import {
  freePorts,
  REHEARSAL_CLUSTER_ID,
  REHEARSAL_HOST,
  REHEARSAL_JVM,
  rehearsalNodes,
  type Rehearsal,
  type RehearsalNode,
} from './rehearsal'

const run = promisify(execFile)

const START_MS_MAX = 90_000
const TOOL_MS_MAX = 60_000
/** Writing an archive takes some 2 s, and longer on a busy machine. */
const END_MS_MAX = 90_000

export type ArchiveFiles = { kafka: string; zookeeper: string | null }

type Running = {
  node: RehearsalNode
  child: ChildProcess
  directory: NodeDirectory
  archive: string
  aside: string
}

/**
 * Runs the release once, small, lets it create, produce and consume, and has the JVM write down its loaded classes as
 * it ends: nodes that start from that archive take a little more than half the time.
 */
export async function trainArchives(
  rehearsal: Rehearsal,
  archives: ArchiveFiles,
  bootstrapCheckpoint: string | null,
  report: Report,
): Promise<void> {
  const { facts, kafka, zookeeper } = rehearsal
  await endLeftovers()
  const ports = await freePorts()
  const running: Running[] = []
  try {
    for (const node of rehearsalNodes(facts, ports)) {
      const [archive, jars] =
        node.role === 'zookeeper' ? [archives.zookeeper, zookeeper] : [archives.kafka, kafka]
      if (!archive || !jars) continue
      report(releaseWorkSentence('rehearsing', { what: `Kafka ${facts.release}`, role: node.role }))
      const started = rehearse(rehearsal, node, jars, archive, bootstrapCheckpoint)
      running.push(started)
      await untilStarted(started)
      await attachAgent(rehearsal, started, jars, ports.agent)
    }
    await exercise(rehearsal, ports.client)
    report(releaseWorkSentence('archiving', { what: `Kafka ${facts.release}` }))
    for (const { child } of running.toReversed()) await end(child)
    for (const { aside, archive } of running) if (existsSync(aside)) await rename(aside, archive)
  } finally {
    for (const { child } of running) if (isRunning(child)) child.kill('SIGKILL')
  }
}

const REHEARSAL_MARK = '-Dmosaik.rehearsal='

/** A Mosaik that was killed in the middle of a rehearsal leaves its JVM behind; it bears the pid of its owner. */
async function endLeftovers(): Promise<void> {
  for (const { pid, commandLine } of await platformProcesses().find(REHEARSAL_MARK)) {
    const owner = Number(new RegExp(`${REHEARSAL_MARK}(\\d+)`).exec(commandLine)?.[1] ?? process.pid)
    if (!isAlive(owner)) signal(pid, 'SIGKILL')
  }
}

/**
 * Starts with the very class path that will use the archive, but without the agent: a JVM that had one from its start
 * refuses to write an archive.
 */
function rehearse(
  { java, scratch }: Rehearsal,
  node: RehearsalNode,
  jars: RunnableJars,
  archive: string,
  bootstrapCheckpoint: string | null,
): Running {
  const directory = nodeDirectoryAt(join(scratch, String(node.nodeId)))
  const aside = join(scratch, basename(archive))
  const trained = { ...jars, archive: null, agent: null }
  writeNodeFiles(directory, { ...node, jvm: REHEARSAL_JVM }, trained, java.feature)
  if (!existsSync(archive)) {
    const lines = javaArguments({ ...node, jvm: REHEARSAL_JVM }, trained, java.feature)
    const text = argumentFileText([`-XX:ArchiveClassesAtExit=${aside}`, ...lines])
    writeFileSync(join(directory.root, ARGUMENT_FILE), text)
  }
  formatData(directory, { ...node, kafkaClusterId: REHEARSAL_CLUSTER_ID }, bootstrapCheckpoint)
  const child = spawnNode(directory, java.executable, `${REHEARSAL_MARK}${process.pid}`, 'ends with us')
  return { node, directory, archive, aside, child }
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

async function untilStarted({ node, child, directory }: Running): Promise<void> {
  const deadline = Date.now() + START_MS_MAX
  while (Date.now() < deadline) {
    const log = existsSync(directory.serverLog) ? readFileSync(directory.serverLog, 'utf8') : ''
    const stage = log.split('\n').reduce((before, line) => readBootLine(before, node.role, line), BOOT_BEGINS)
    if (stage.started) return
    if (!isRunning(child)) {
      const reason = exitReason(readFileSync(directory.bootLog, 'utf8'), log)
      throw new Error(`the rehearsal ended while starting: ${reason ?? `exit code ${child.exitCode}`}`)
    }
    await sleep(100)
  }
  throw new Error(`the rehearsal did not start within ${START_MS_MAX / 1000} s`)
}

/**
 * The agent may be attached to the running JVM by its own launcher, and then its classes are archived too. Where that
 * is not possible (a Java without the attach module) the agent's start only takes a little longer.
 */
async function attachAgent(
  { java }: Rehearsal,
  { directory, child }: Running,
  { agent }: RunnableJars,
  port: number,
): Promise<void> {
  if (!agent || child.pid === undefined) return
  writeAgentFiles(directory, { host: REHEARSAL_HOST, port })
  const launcher = ['-jar', agent, `--config=${AGENT_CONFIG}`]
  const options = { cwd: directory.root, env: nodeEnvironment(process.env), timeout: TOOL_MS_MAX }
  const pid = String(child.pid)
  await run(java.executable, [...launcher, 'start', pid], options)
    // The port is needed again by the next node of the rehearsal.
    .then(() => run(java.executable, [...launcher, 'stop', pid], options))
    .catch(() => undefined)
}

/** Kafka's own tool that creates a topic, produces and consumes, in one JVM. Without it the archive is just smaller. */
async function exercise({ facts, java, kafka, scratch }: Rehearsal, port: number): Promise<void> {
  const since3 = facts.mode === 'KRAFT'
  const tool = [`${since3 ? 'org.apache.kafka' : 'kafka'}.tools.EndToEndLatency`]
  const options = [`${REHEARSAL_HOST}:${port}`, 'rehearsal', '20', '1', '100']
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:-UsePerfData', '-Xmx128m']
  await run(java.executable, [...flags, '-cp', kafka.classPath.join(':'), ...tool, ...options], {
    cwd: scratch,
    env: nodeEnvironment(process.env),
    timeout: TOOL_MS_MAX,
  }).catch(() => undefined)
}

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  const ended = new Promise<true>((resolve) => child.once('exit', () => resolve(true)))
  child.kill('SIGTERM')
  const inTime = await Promise.race([ended, sleep(END_MS_MAX, false)])
  if (!inTime) throw new Error(`the rehearsal did not end within ${END_MS_MAX / 1000} s`)
}
