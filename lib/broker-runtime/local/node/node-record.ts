import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NodeRole } from '@/lib/domain/node'
import type { NodeRecord } from '../../runtime'
import { diskBytesBelow } from './disk-bytes'
import { readIdentity } from './identity'
import type { NodeDirectory } from './node-directory'
import { configurationFile, readProperties } from './node-files'

/** What a node's folder tells about it, running or not. A file that is gone or damaged takes only its own part along. */
export async function nodeRecord(directory: NodeDirectory, role: NodeRole): Promise<NodeRecord> {
  const [meta, properties, diskBytes, logBytes] = await Promise.all([
    readPropertiesFile(directory.metaProperties),
    readPropertiesFile(join(directory.root, configurationFile(role))),
    diskBytesBelow(directory.root),
    diskBytesBelow(directory.logs),
  ])
  const identity = identityOf(directory)
  return {
    directory: diskBytes === null ? null : directory.root,
    formatted: meta && {
      kafkaClusterId: meta['cluster.id'] ?? null,
      nodeId: meta['node.id'] ?? meta['broker.id'] ?? null,
      directoryId: meta['directory.id'] ?? null,
    },
    boot: identity && {
      pid: identity.pid,
      startedAt: identity.startedAt,
      release: identity.release,
      generation: identity.assigned.generation,
    },
    properties,
    javaVersion: identity?.java ?? null,
    diskBytes,
    logBytes,
  }
}

function identityOf(directory: NodeDirectory): ReturnType<typeof readIdentity> {
  try {
    return readIdentity(directory)
  } catch {
    return null
  }
}

async function readPropertiesFile(path: string): Promise<Readonly<Record<string, string>> | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? null : readProperties(text)
}
