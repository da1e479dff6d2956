import { existsSync, readdirSync } from 'node:fs'
import type { NodeId, Proc } from '@/lib/domain/plan/world'
import type { ObservedRuntime } from '../../runtime'
import { recoveryProgress } from '../logs/boot-stage'
import { createBootWatch } from '../logs/boot-watch'
import { exitReason } from '../logs/exit-reason'
import { readEnd } from '../logs/file-window'
import { modifiedAt } from '../logs/log-files'
import type { ProcessSeen, ProcessTable } from '../process/process-table'
import { findNodes } from './find-node'
import { readIdentity, type NodeIdentity } from './identity'
import { nodeDirectory, type ClusterDirectory, type NodeDirectory } from './node-directory'

type Exit = NonNullable<Proc['lastExit']>

/** One look at a cluster's folder and processes. Whatever it keeps between looks only spares reading it again. */
export type NodeObserver = {
  observe(home: string, clusterId: string, cluster: ClusterDirectory, now: number): Promise<ObservedRuntime>
  /** How the boot in this identity ended, if it ended by itself. */
  exitOf(directory: NodeDirectory, identity: NodeIdentity): Exit | null
}

/** The kernel walks all of a process's pages for this number: some milliseconds for a broker. */
const MEMORY_MS = 10_000

export function createNodeObserver(table: ProcessTable): NodeObserver {
  const watchBoot = createBootWatch()
  const exits = new Map<string, Exit>()
  const memory = new Map<number, { at: number; boot: string; pssBytes: number | null }>()

  function exitOf(directory: NodeDirectory, identity: NodeIdentity): Exit | null {
    if (identity.ending) return identity.lastExit
    const known = exits.get(identity.boot)
    if (known) return known
    const exit = readExit(directory, identity)
    exits.set(identity.boot, exit)
    return exit
  }

  async function memoryOf({ pid }: ProcessSeen, boot: string, now: number): Promise<number | null> {
    const kept = memory.get(pid)
    if (kept && kept.boot === boot && now - kept.at < MEMORY_MS) return kept.pssBytes
    const pssBytes = await table.pssBytes(pid)
    memory.set(pid, { at: now, boot, pssBytes })
    return pssBytes
  }

  function describe(directory: NodeDirectory, identity: NodeIdentity | null, process?: ProcessSeen): Proc {
    const hasDirectory = existsSync(directory.metaProperties)
    if (!identity) return { ...NEVER_STARTED, hasDirectory }
    if (!process) return { ...NEVER_STARTED, hasDirectory, lastExit: exitOf(directory, identity) }
    const stage = watchBoot(directory, identity)
    const asked = identity.ending !== null
    return {
      state: asked ? 'stopping' : stage.started ? 'running' : 'starting',
      boot: identity.boot,
      startedWith: identity.assigned,
      startedAt: identity.startedAt,
      answers: null,
      recoveryProgress: recoveryProgress(stage),
      hasDirectory,
      lastExit: identity.lastExit,
    }
  }

  return {
    exitOf,
    async observe(home, clusterId, cluster, now) {
      const directories = nodeIds(cluster).map((id) => ({
        id,
        directory: nodeDirectory(home, clusterId, id),
      }))
      const nodes = directories.map((node) => ({ ...node, identity: readIdentity(node.directory) }))
      const identities = nodes.flatMap(({ identity }) => (identity ? [identity] : []))
      const found = await findNodes(identities, table)
      const processes: Record<NodeId, Proc> = {}
      const used: Record<NodeId, { pid: number; pssBytes: number | null }> = {}
      for (const { id, directory, identity } of nodes) {
        const process = identity ? found.get(identity.boot) : undefined
        processes[id] = describe(directory, identity, process)
        if (identity && process) {
          used[id] = { pid: process.pid, pssBytes: await memoryOf(process, identity.boot, now) }
        }
      }
      return { processes: { at: now, value: processes }, memory: used }
    },
  }
}

const NEVER_STARTED: Omit<Proc, 'hasDirectory'> = {
  state: 'absent',
  boot: null,
  startedWith: null,
  startedAt: null,
  answers: null,
  recoveryProgress: null,
  lastExit: null,
}

function nodeIds({ nodes }: ClusterDirectory): readonly NodeId[] {
  if (!existsSync(nodes)) return []
  return readdirSync(nodes)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .toSorted((left, right) => left - right)
}

const LAST_WORDS_BYTES = 256 * 1024

function readExit(directory: NodeDirectory, { boot, startedAt }: NodeIdentity): Exit {
  const { bootLog, serverLog } = directory
  // A process that ended before it could log leaves the log of the boot before: that one is not its own.
  const ownLog = modifiedAt(serverLog) >= startedAt ? readEnd(serverLog, LAST_WORDS_BYTES) : ''
  const reason = exitReason(readEnd(bootLog, LAST_WORDS_BYTES), ownLog)
  return {
    boot,
    at: Math.round(Math.max(startedAt, modifiedAt(bootLog), modifiedAt(serverLog))),
    reason: reason ?? 'The process ended without a last word in its log: it was killed from outside.',
  }
}
