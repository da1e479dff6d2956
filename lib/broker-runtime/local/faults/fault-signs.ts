import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FaultSigns, SignsSeen } from '@/lib/domain/drill/facts'
import { readIdentity } from '../node/identity'
import { readProperties } from '../node/node-files'
import { clusterDirectory, nodeDirectory, type NodeDirectory } from '../node/node-directory'
import type { ProcessTable } from '../process/process-table'
import { findNodes } from '../supervise/find-node'
import { nodeIds } from '../supervise/observe-nodes'
import { ASIDE, FILLER } from './fault-files'

/** Reads what the kernel and the file system say, apart from everything that heals: the proof that a fault is there. */
export async function faultSigns(home: string, clusterId: string, table: ProcessTable): Promise<SignsSeen> {
  const signs = nodeIds(clusterDirectory(home, clusterId)).map(async (id) => {
    const directory = nodeDirectory(home, clusterId, id)
    return [id, await signsOf(directory, table)] as const
  })
  return Object.fromEntries(await Promise.all(signs))
}

async function signsOf(directory: NodeDirectory, table: ProcessTable): Promise<FaultSigns> {
  const identity = readIdentity(directory)
  const process = identity === null ? undefined : (await findNodes([identity], table)).get(identity.boot)
  const filler = namesIn(directory.data).find((name) => name.startsWith(FILLER))
  return {
    pid: process?.pid ?? null,
    processState: process === undefined ? null : stateOf(process.pid),
    directoryId: directoryIdOf(directory),
    fillerBytes: filler === undefined ? null : sizeOf(join(directory.data, filler)),
    isPutAside: namesIn(directory.root).some((name) => name.startsWith(ASIDE)),
  }
}

/** The third field of its line, after a name that may hold anything. */
function stateOf(pid: number): string | null {
  const text = readOr(`/proc/${pid}/stat`)
  return text === null ? null : (text.slice(text.lastIndexOf(')') + 2)[0] ?? null)
}

function directoryIdOf({ metaProperties }: NodeDirectory): string | null {
  const text = readOr(metaProperties)
  return text === null ? null : (readProperties(text)['directory.id'] ?? null)
}

function readOr(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size
  } catch {
    return null
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
