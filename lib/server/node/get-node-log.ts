import {
  LogPositionLost,
  NO_LOG_FILTER,
  type LogEntry,
  type LogReading,
  type NodeRef,
} from '@/lib/broker-runtime/runtime'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { LogEntryView, NodeLog } from '@/lib/contract/console/nodes'
import type { Verb } from '../http/context'
import { runtime } from '../process'
import { findNode } from './find-node'

/** A page of a node's log: its end, what stands before an entry, or what came since one. */
export const getNodeLog: Verb<typeof consoleEndpoints.getNodeLog> = async ({ input }) => {
  const { clusterId, nodeId, before, since, limit, text, levels } = input
  const { ref } = await findNode(clusterId, nodeId)
  const filter = { ...NO_LOG_FILTER, text, levels }
  try {
    return await readPage(ref, { before, since, filter }, limit)
  } catch (error) {
    if (error instanceof LogPositionLost) return LOST
    throw error
  }
}

const LOST: NodeLog = { entries: [], older: null, newest: null, hasGap: true }

/** One entry more than asked for tells that there is more. */
async function readPage(ref: NodeRef, reading: LogReading, limit: number): Promise<NodeLog> {
  const newest = reading.before === undefined ? await newestOf(ref) : null
  const found: LogEntry[] = []
  for await (const entry of runtime().logs(ref, reading)) {
    found.push(entry)
    if (found.length > limit) break
  }
  const hasMore = found.length > limit
  const entries = found.slice(0, limit).toReversed()
  return {
    entries: entries.map(logEntryView),
    older: hasMore ? (entries[0]?.position ?? null) : null,
    newest,
    hasGap: reading.since !== undefined && hasMore,
  }
}

/** Read before the page: what is written in between is told once more at the next look, and not lost. */
async function newestOf(ref: NodeRef): Promise<string | null> {
  for await (const { position } of runtime().logs(ref, { filter: NO_LOG_FILTER })) return position
  return null
}

export const logEntryView = ({ position, at, level, text, isCut }: LogEntry): LogEntryView => ({
  position,
  at: at === null ? null : new Date(at).toISOString(),
  level,
  text,
  isCut,
})
