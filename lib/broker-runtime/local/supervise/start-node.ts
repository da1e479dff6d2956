import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { endpointOf, portsOf, type NodeSpecification } from '@/lib/domain/node'
import { MoveRefused, type PortHolder, type RuntimeMove } from '../../runtime'
import { rotateBeforeStart } from '../logs/log-files'
import type { ProcessTable } from '../process/process-table'
import type { ReadyRelease } from '../release/ready-release'
import { findNodes, holderOfPid } from './find-node'
import { marker, readIdentity, writeIdentity, type NodeIdentity } from '../node/identity'
import type { Exporter } from '../node/exporter-files'
import type { NodeDirectory } from '../node/node-directory'
import { nodeExit } from './node-exit'
import { formatData, writeAgentFiles, writeNodeFiles } from '../node/node-setup'
import { spawnNode } from './spawn-node'

export type StartMove = Extract<RuntimeMove, { do: 'start' }>

export type StartSurroundings = {
  release: ReadyRelease
  /** Path of the JMX exporter's jar; null where it was never fetched. */
  exporterJar: string | null
  table: ProcessTable
  portHolders: (endpoints: readonly { host: string; port: number }[]) => Promise<readonly PortHolder[]>
  now: () => number
}

/** Starts a node's process, unless one lives already: whatever it was started with, ending it is another move. */
export async function startNode(
  directory: NodeDirectory,
  move: StartMove,
  surroundings: StartSurroundings,
): Promise<void> {
  const { release, table } = surroundings
  const { node, specification } = move
  const before = readIdentity(directory)
  if (before && (await findNodes([before], table)).size > 0) return
  if (move.directory === 'existing' && !existsSync(directory.metaProperties)) {
    throw new MoveRefused(
      'directory',
      `${directory.data} is missing or empty, but node ${node.nodeId} was started on it before. Its data is gone; it is not started as if it had never had any.`,
    )
  }
  await refuseHeldPorts(move, surroundings)
  const jars = specification.role === 'zookeeper' ? release.zookeeper : release.kafka
  if (!jars) throw new MoveRefused('release', `Kafka ${specification.release} needs no ZooKeeper server.`)
  writeNodeFiles(
    directory,
    specification,
    jars,
    release.java.feature,
    exporterOf(specification, surroundings),
  )
  if (jars.agent) writeAgentFiles(directory, endpointOf(specification.place, 'agent'))
  if (move.directory === 'fresh') formatData(directory, specification, release.bootstrapCheckpoint)
  const lastExit = before ? nodeExit(directory, before, await holderOfPid(before, table)) : null
  rotateBeforeStart(directory.serverLog)
  const boot = newBoot(move, lastExit, release.java.version, surroundings.now())
  await launch(directory, boot, release.java.executable, table)
}

function exporterOf(
  { jmxExporter, place, nodeId }: NodeSpecification,
  { exporterJar }: StartSurroundings,
): Exporter | null {
  if (jmxExporter !== true) return null
  if (exporterJar) return { jar: exporterJar, endpoint: endpointOf(place, 'jmxExporter') }
  throw new MoveRefused(
    'release',
    `The Prometheus JMX exporter of node ${nodeId} is not on this machine yet.`,
  )
}

function newBoot(
  { node, specification, assigned, epoch }: StartMove,
  lastExit: NodeIdentity['lastExit'],
  java: string,
  startedAt: number,
): NodeIdentity {
  return {
    clusterId: node.cluster.id,
    clusterArn: node.cluster.arn,
    nodeId: node.nodeId,
    role: specification.role,
    release: specification.release,
    java,
    epoch,
    assigned,
    boot: randomBytes(8).toString('hex'),
    pid: null,
    startTicks: null,
    startedAt,
    ending: null,
    lastExit,
  }
}

async function launch(
  directory: NodeDirectory,
  identity: NodeIdentity,
  java: string,
  table: ProcessTable,
): Promise<void> {
  // Written before the process exists: should we end in between, its boot id is known and it is found.
  writeIdentity(directory, identity)
  const child = spawnNode(directory, java, marker(identity), 'outlives us')
  const pid = child.pid ?? null
  writeIdentity(directory, { ...identity, pid })
  const problem = await spawnProblem(child)
  if (problem) writeFileSync(directory.bootLog, `Error: ${java} could not be started: ${problem}\n`)
  if (pid === null) return
  const seen = (await table.look([pid])).get(pid)
  const current = readIdentity(directory)
  if (seen && current?.boot === identity.boot) {
    writeIdentity(directory, { ...current, startTicks: seen.startTicks })
  }
}

/** Null once the program runs: Node tells of a missing one by an event. */
const spawnProblem = (child: ChildProcess): Promise<string | null> =>
  new Promise((resolve) => {
    child.once('spawn', () => resolve(null))
    child.once('error', (error) => resolve(error.message))
  })

/** A socket without an owner often belongs to a process that is just dying: it is given a moment. */
async function holderAfterWait(
  endpoints: readonly { host: string; port: number }[],
  portHolders: StartSurroundings['portHolders'],
): Promise<PortHolder | undefined> {
  for (let waitedMs = 0; ; waitedMs += LOOK_AGAIN_MS) {
    const [holder] = await portHolders(endpoints)
    if (!holder || holder.pid !== null || waitedMs >= OWNERLESS_MS_MAX) return holder
    await sleep(LOOK_AGAIN_MS)
  }
}

const OWNERLESS_MS_MAX = 500
const LOOK_AGAIN_MS = 25

async function refuseHeldPorts(
  { specification }: StartMove,
  { portHolders }: StartSurroundings,
): Promise<void> {
  const { place } = specification
  const own = portsOf(specification).map((port) => endpointOf(place, port))
  const external = place.external ? [{ host: '0.0.0.0', port: place.external.port }] : []
  const holder = await holderAfterWait([...own, ...external], portHolders)
  if (!holder) return
  const who =
    holder.pid === null
      ? 'a process of another user'
      : `process ${holder.pid} (${holder.command ?? 'unknown'})`
  throw new MoveRefused(
    'port',
    `${holder.host}:${holder.port} is held by ${who}. Node ${specification.nodeId} cannot listen there until it ends.`,
  )
}
