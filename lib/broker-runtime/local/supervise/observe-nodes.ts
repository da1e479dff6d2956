import { existsSync, readdirSync } from 'node:fs'
import type { NodeId, Proc } from '@/lib/domain/plan/world'
import type { ObservedRuntime } from '../../runtime'
import { recoveryLogsLeft, recoveryProgress } from '../logs/boot-stage'
import { watchBoot, type BootWatch } from '../logs/boot-watch'
import type { ProcessSeen, ProcessTable } from '../process/process-table'
import { watchSettings, type SettingsWatch } from './changed-settings'
import { findNodes, holderOfPid } from './find-node'
import { readIdentity, type NodeIdentity } from '../node/identity'
import {
  clusterDirectory,
  nodeDirectory,
  type ClusterDirectory,
  type NodeDirectory,
} from '../node/node-directory'
import { nodeExit } from './node-exit'

/** One look at a cluster's folder and processes. */
export type ObserveNodes = (clusterId: string, now: number) => Promise<ObservedRuntime>

/** Kept between looks at one boot only to spare reading again what cannot have changed. */
type Kept = {
  boot: string
  watch: BootWatch | null
  exit: Proc['lastExit']
  memory: { at: number; pssBytes: number | null } | null
  settings: SettingsWatch | null
}

/** The kernel walks all of a process's pages for this number: some milliseconds for a broker. */
const MEMORY_MS = { young: 1_000, settled: 10_000 } as const
const YOUNG_MS = 30_000

export function observeNodes(home: string, table: ProcessTable): ObserveNodes {
  const keptOf = new Map<string, ReadonlyMap<NodeId, Kept>>()

  return async (clusterId, now) => {
    const nodes = nodeIds(clusterDirectory(home, clusterId)).map((id) => {
      const directory = nodeDirectory(home, clusterId, id)
      return { id, directory, identity: readIdentity(directory) }
    })
    const found = await findNodes(
      nodes.flatMap(({ identity }) => identity ?? []),
      table,
    )
    const before = keptOf.get(clusterId)
    const kept = new Map<NodeId, Kept>()
    const processes: Record<NodeId, Proc> = {}
    const changedFiles: Record<NodeId, readonly string[]> = {}
    const memory: Record<NodeId, { pid: number; pssBytes: number | null; at: number }> = {}
    for (const { id, directory, identity } of nodes) {
      const hasDirectory = existsSync(directory.metaProperties)
      processes[id] = { ...ABSENT, hasDirectory }
      if (!identity) continue
      const process = found.get(identity.boot)
      const look = await lookAt(directory, identity, process, keptBoot(before?.get(id), identity), now, table)
      kept.set(id, look)
      if (look.settings?.changed) changedFiles[id] = look.settings.changed
      processes[id] = process
        ? { ...alive(identity, process, look), hasDirectory }
        : { ...ABSENT, hasDirectory, lastExit: look.exit }
      if (process) memory[id] = { pid: process.pid, pssBytes: null, at: now, ...look.memory }
    }
    if (kept.size > 0) keptOf.set(clusterId, kept)
    else keptOf.delete(clusterId)
    return { processes: { at: now, value: processes }, memory, changedFiles }
  }
}

const keptBoot = (kept: Kept | undefined, { boot }: NodeIdentity): Kept =>
  kept?.boot === boot ? kept : { boot, watch: null, exit: null, memory: null, settings: null }

async function lookAt(
  directory: NodeDirectory,
  identity: NodeIdentity,
  process: ProcessSeen | undefined,
  kept: Kept,
  now: number,
  table: ProcessTable,
): Promise<Kept> {
  const settings = watchSettings(directory, identity.role, kept.settings)
  if (!process) {
    const exit = kept.exit ?? nodeExit(directory, identity, await holderOfPid(identity, table))
    return { ...kept, settings, exit }
  }
  const freshFor = now - identity.startedAt < YOUNG_MS ? MEMORY_MS.young : MEMORY_MS.settled
  const fresh = kept.memory && now - kept.memory.at < freshFor
  return {
    ...kept,
    settings,
    watch: watchBoot(directory, identity, kept.watch),
    memory: fresh ? kept.memory : { at: now, pssBytes: await table.pssBytes(process.pid) },
  }
}

function alive(
  identity: NodeIdentity,
  { isFrozen }: ProcessSeen,
  { watch }: Kept,
): Omit<Proc, 'hasDirectory'> {
  const running = watch?.stage.started === true
  return {
    state: identity.ending ? 'stopping' : running ? 'running' : 'starting',
    boot: identity.boot,
    startedWith: identity.assigned,
    startedAt: identity.startedAt,
    isFrozen,
    answers: null,
    recoveryProgress: watch ? recoveryProgress(watch.stage) : null,
    recoveryLogsLeft: watch ? recoveryLogsLeft(watch.stage) : null,
    lastExit: identity.lastExit,
  }
}

const ABSENT: Omit<Proc, 'hasDirectory'> = {
  state: 'absent',
  boot: null,
  startedWith: null,
  startedAt: null,
  isFrozen: false,
  answers: null,
  recoveryProgress: null,
  recoveryLogsLeft: null,
  lastExit: null,
}

export function nodeIds({ nodes }: ClusterDirectory): readonly NodeId[] {
  if (!existsSync(nodes)) return []
  return readdirSync(nodes)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .toSorted((left, right) => left - right)
}
