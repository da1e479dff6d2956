import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readClusterRecord } from '@/lib/broker-runtime/local/node/cluster-record'
import { readIdentity, writeIdentity, type NodeIdentity } from '@/lib/broker-runtime/local/node/identity'
import {
  clusterDirectory,
  clustersRoot,
  nodeDirectoryAt,
  type NodeDirectory,
} from '@/lib/broker-runtime/local/node/node-directory'
import { platformProcesses } from '@/lib/broker-runtime/local/process/platform-processes'
import type { ProcessSeen } from '@/lib/broker-runtime/local/process/process-table'
import type { ReadyRelease } from '@/lib/broker-runtime/local/release/ready-release'
import { createReleases } from '@/lib/broker-runtime/local/release/releases'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import { findNodes as findProcesses } from '@/lib/broker-runtime/local/supervise/find-node'
import { DEFAULT_KAFKA_VERSION } from '@/lib/domain/kafka-version'

/**
 * What the commands need of the local driver: its releases, and the nodes of a home as its files tell them. Compiled
 * by `compile.mjs`, so that `stop` and `kafka` read these files with the very code that writes them.
 */

export { DEFAULT_KAFKA_VERSION }

export type FoundNode = {
  cluster: { name: string; arn: string }
  identity: NodeIdentity
  directory: NodeDirectory
  /** Null when the node is not running. */
  process: ProcessSeen | null
}

/** Null when something of it must be fetched or made first. */
export const findRelease = (home: string, release: string): Promise<ReadyRelease | null> =>
  createReleases(localSettings(home, process.env)).ready(release)

export const prepareRelease = (
  home: string,
  release: string,
  report: (doing: string) => void,
): Promise<ReadyRelease> => createReleases(localSettings(home, process.env)).prepare(release, report)

/** Every node of a home that was ever started, by cluster and id. One that is still dying runs: it holds its ports. */
export async function findNodes(home: string): Promise<readonly FoundNode[]> {
  const nodes = foldersIn(clustersRoot(home)).flatMap((clusterId) => {
    const directory = clusterDirectory(home, clusterId)
    const cluster = readClusterRecord(directory)
    return cluster ? nodesOf(directory.nodes).map((node) => ({ cluster, ...node })) : []
  })
  const identities = nodes.map(({ identity }) => identity)
  const processes = await findProcesses(identities, platformProcesses())
  return nodes.map((node) => ({ ...node, process: processes.get(node.identity.boot) ?? null }))
}

const nodesOf = (folder: string): readonly Pick<FoundNode, 'identity' | 'directory'>[] =>
  foldersIn(folder).flatMap((nodeId) => {
    const directory = nodeDirectoryAt(join(folder, nodeId))
    const identity = readIdentity(directory)
    return identity ? [{ identity, directory }] : []
  })

/** Written before the signal: an end that was asked for is not reported as a failure later. */
export const recordStop = ({ directory, identity }: FoundNode): void =>
  writeIdentity(directory, { ...identity, ending: 'stop' })

/** The properties a node was last started with, one `key=value` a line as the driver writes them. */
export function readProperties({ directory }: FoundNode): ReadonlyMap<string, string> {
  const lines = readFileSync(join(directory.root, 'server.properties'), 'utf8').split('\n')
  return new Map(
    lines.flatMap((line) => {
      const [, key, value] = /^([^#=]+)=(.*)$/.exec(line) ?? []
      return key === undefined || value === undefined ? [] : [[key, unescape(value)]]
    }),
  )
}

const unescape = (value: string): string => value.replace(/\\([\\:=# !])/g, '$1')

function foldersIn(folder: string): readonly string[] {
  try {
    return (
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        // What the driver makes begins so; anything else in there is not its own.
        .filter((name) => /^[A-Za-z0-9]/.test(name))
        .toSorted((left, right) => left.localeCompare(right, 'en', { numeric: true }))
    )
  } catch {
    return []
  }
}
