import { randomBytes } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { votes, type Endpoint, type NodeSpecification } from '@/lib/domain/node'
import { MoveRefused } from '../../runtime'
import { makePrivateDirectory, PRIVATE_DIRECTORY, writeFileAtomically } from '../atomic-file'
import type { RunnableJars } from '../release/ready-release'
import { AGENT_CONFIG, AGENT_POLICY, AGENT_POLICY_TEXT, agentConfigText } from './agent-files'
import { ARGUMENT_FILE, argumentFileText, javaArguments } from './command-line'
import { EXPORTER_CONFIG, EXPORTER_CONFIG_TEXT, type Exporter } from './exporter-files'
import type { NodeDirectory } from './node-directory'
import {
  configurationFile,
  directoryProperties,
  loggingFile,
  loggingText,
  metaPropertiesText,
  propertiesText,
  writtenCopy,
  zookeeperBrokerMetaText,
} from './node-files'

export type SetupNode = Pick<NodeSpecification, 'nodeId' | 'role' | 'properties' | 'jvm'>

/** Writes everything a start reads but the data: every start writes it anew, so nothing old is left over. */
export function writeNodeFiles(
  directory: NodeDirectory,
  node: SetupNode,
  jars: RunnableJars,
  feature: number,
  exporter: Exporter | null = null,
): void {
  makePrivateDirectory(directory.root)
  makePrivateDirectory(directory.logs)
  const { role, properties } = node
  const file = (name: string): string => join(directory.root, name)
  const text = propertiesText({ ...properties, ...directoryProperties(role, directory.data) })
  writeFileAtomically(file(configurationFile(role)), text)
  writeFileAtomically(file(writtenCopy(role)), text)
  writeFileAtomically(file(loggingFile(jars.logging)), loggingText(jars.logging))
  writeFileAtomically(file(ARGUMENT_FILE), argumentFileText(javaArguments(node, jars, feature, exporter)))
  if (exporter) writeFileAtomically(file(EXPORTER_CONFIG), EXPORTER_CONFIG_TEXT)
}

/** The agent's password is new with each start. */
export function writeAgentFiles(directory: NodeDirectory, endpoint: Endpoint): void {
  const policy = join(directory.root, AGENT_POLICY)
  writeFileAtomically(policy, AGENT_POLICY_TEXT)
  const password = randomBytes(24).toString('base64url')
  writeFileAtomically(join(directory.root, AGENT_CONFIG), agentConfigText(endpoint, password, policy))
}

/**
 * Formats an empty data folder. One that is formatted for this very node is left as it is, so that a start may be
 * repeated; any other content is somebody's data and refused.
 */
export function formatData(
  directory: NodeDirectory,
  node: Pick<NodeSpecification, 'nodeId' | 'role' | 'kafkaClusterId'>,
  bootstrapCheckpoint: string | null,
): void {
  if (existsSync(directory.metaProperties)) {
    refuseForeignFormat(directory, node)
    return
  }
  const left = existsSync(directory.data) ? readdirSync(directory.data) : []
  const foreign = left.filter((name) => !FORMATTING.has(name) && !name.endsWith('.tmp'))
  if (foreign.length > 0) {
    throw new MoveRefused(
      'directory',
      `${directory.data} is not empty (${foreign.slice(0, 3).join(', ')}) and was not formatted by Mosaik: it is left alone. Move it away to start node ${node.nodeId} anew.`,
    )
  }
  rmSync(directory.data, { recursive: true, force: true })
  mkdirSync(directory.data, { recursive: true, mode: PRIVATE_DIRECTORY })
  if (node.role === 'zookeeper') writeFileAtomically(join(directory.data, 'myid'), `${node.nodeId}\n`)
  if (bootstrapCheckpoint && votes(node.role) && node.role !== 'zookeeper') {
    const checkpoint = join(directory.data, 'bootstrap.checkpoint')
    copyFileSync(bootstrapCheckpoint, checkpoint)
    chmodSync(checkpoint, 0o600)
  }
  // Last, because it is what says that the folder is whole.
  writeFileAtomically(directory.metaProperties, metaText(node, bootstrapCheckpoint !== null))
}

const FORMATTING = new Set(['bootstrap.checkpoint', 'myid'])

function metaText(
  { nodeId, role, kafkaClusterId }: Pick<NodeSpecification, 'nodeId' | 'role' | 'kafkaClusterId'>,
  kraft: boolean,
): string {
  if (role === 'broker' && !kraft) return zookeeperBrokerMetaText(nodeId)
  return metaPropertiesText(kafkaClusterId, nodeId, newUuid())
}

function newUuid(): string {
  for (;;) {
    const uuid = randomBytes(16).toString('base64url')
    if (!uuid.startsWith('-')) return uuid
  }
}

function refuseForeignFormat(
  directory: NodeDirectory,
  { nodeId, kafkaClusterId }: Pick<NodeSpecification, 'nodeId' | 'kafkaClusterId'>,
): void {
  const text = readFileSync(directory.metaProperties, 'utf8')
  const value = (key: string): string | undefined => new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1]?.trim()
  const [cluster, id] = [value('cluster.id'), value('node.id') ?? value('broker.id')]
  const otherCluster = value('version') === '1' && cluster !== undefined && cluster !== kafkaClusterId
  if (otherCluster || (id !== undefined && id !== String(nodeId))) {
    throw new MoveRefused(
      'directory',
      `${directory.data} belongs to node ${id ?? '?'} of Kafka cluster ${cluster ?? '?'}, not to node ${nodeId} of ${kafkaClusterId}: it is left alone.`,
    )
  }
}
