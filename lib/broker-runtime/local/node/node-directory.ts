import { join } from 'node:path'
import type { NodeId } from '@/lib/domain/plan/world'

/**
 * Where a node's files are. A node runs with its own folder as working directory, so that what its command line names
 * is short and shows no path of the host.
 */
export type NodeDirectory = {
  root: string
  data: string
  /** Present in `data` once the folder is formatted; its absence later means that the data was lost. */
  metaProperties: string
  logs: string
  serverLog: string
  bootLog: string
  identity: string
}

export type ClusterDirectory = { root: string; nodes: string; removed: string; record: string }

export const clustersRoot = (home: string): string => join(home, 'clusters')

/** The id becomes a folder that is deleted as a whole one day: it must not lead anywhere else. */
export const isClusterId = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(text)

export function clusterDirectory(home: string, clusterId: string): ClusterDirectory {
  if (!isClusterId(clusterId)) {
    throw new RangeError(
      `"${clusterId}" cannot be a cluster id: only letters, digits, - and _ can name a folder.`,
    )
  }
  const root = join(clustersRoot(home), clusterId)
  return {
    root,
    nodes: join(root, 'nodes'),
    removed: join(root, 'removed'),
    record: join(root, 'cluster.json'),
  }
}

export function nodeDirectory(home: string, clusterId: string, nodeId: NodeId): NodeDirectory {
  if (!Number.isSafeInteger(nodeId) || nodeId < 0) throw new RangeError(`${nodeId} cannot be a node id.`)
  return nodeDirectoryAt(join(clusterDirectory(home, clusterId).nodes, String(nodeId)))
}

export function nodeDirectoryAt(root: string): NodeDirectory {
  const logs = join(root, 'logs')
  const data = join(root, 'data')
  return {
    root,
    data,
    metaProperties: join(data, 'meta.properties'),
    logs,
    serverLog: join(logs, 'server.log'),
    bootLog: join(root, 'boot.log'),
    identity: join(root, 'mosaik.json'),
  }
}
