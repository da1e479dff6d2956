import type { LogEntry, LogFilter, NodeRef } from '@/lib/broker-runtime/runtime'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { FoundEntry, FoundLogs } from '@/lib/contract/console/nodes'
import { roleOf } from '../cluster/place-of'
import { notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, runtime } from '../process'
import { logEntryView } from './get-node-log'

/**
 * One search over the logs of all nodes. Each log is read from its end, and only as far back as the newest entries
 * of all together reach: what fits often costs little, what fits seldom costs one reading of the files.
 */
export const searchLogs: Verb<typeof consoleEndpoints.searchLogs> = async ({ input }) => {
  const { clusterId, text, levels, from, to, nodes, limit } = input
  const cluster = await database().cluster.findUnique({
    where: { id: clusterId },
    select: { id: true, arn: true, name: true, nodes: { orderBy: { nodeId: 'asc' } } },
  })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const { nodes: rows, ...ref } = cluster
  const asked = rows
    .filter(({ nodeId }) => nodes.length === 0 || nodes.includes(nodeId))
    .map((row) => ({ cluster: ref, nodeId: row.nodeId, role: roleOf(row) }))
  const filter = { text, levels, from: timeOf(from), to: timeOf(to) }
  return { ...(await newestOf(asked, filter, limit)), searchedNodes: asked.length }
}

const timeOf = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text))

type Reader = { nodeId: number; entries: AsyncIterator<LogEntry>; head: LogEntry | null }

async function newestOf(
  nodes: readonly NodeRef[],
  filter: LogFilter,
  limit: number,
): Promise<Omit<FoundLogs, 'searchedNodes'>> {
  const unread: FoundLogs['unread'] = []
  const step = async (reader: Reader): Promise<void> => {
    try {
      const { done, value } = await reader.entries.next()
      reader.head = done === true ? null : value
    } catch (error) {
      reader.head = null
      unread.push({ nodeId: reader.nodeId, why: error instanceof Error ? error.message : String(error) })
    }
  }
  const readers = nodes.map((node): Reader => {
    const entries = runtime().logs(node, { filter })[Symbol.asyncIterator]()
    return { nodeId: node.nodeId, entries, head: null }
  })
  await Promise.all(readers.map(step))
  const found: FoundEntry[] = []
  for (let next = newestReader(readers); next && found.length < limit; next = newestReader(readers)) {
    if (next.head) found.push({ ...logEntryView(next.head), nodeId: next.nodeId })
    await step(next)
  }
  const more = readers.some(({ head }) => head !== null)
  await Promise.all(readers.map(async ({ entries }) => entries.return?.()))
  return { entries: found.toReversed(), more, unread }
}

/** Whose next entry is the newest. */
function newestReader(readers: readonly Reader[]): Reader | null {
  let newest: Reader | null = null
  for (const reader of readers) {
    if (reader.head && (!newest?.head || reader.head.orderAt > newest.head.orderAt)) newest = reader
  }
  return newest
}
