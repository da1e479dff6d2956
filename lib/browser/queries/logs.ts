import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { nodeEndpoints } from '@/lib/contract/console/node-endpoints'
import type { LogLevel } from '@/lib/domain/log'
import { call, fillPath } from '../call'
import { serverNow } from '../clock'
import { beginLog, withNewer, withOlder, type LogState } from '../log/log-state'

const PAGE = 500
const PAGE_BACK = 1000
/** As many as may come within a look without being a gap. */
const PAGE_ON = 2000
const LIVE_EVERY_MS = 1000

export type LogSubject = { clusterId: string; nodeId: number; text: string; levels: readonly LogLevel[] }

const logKey = ({ clusterId, nodeId, text, levels }: LogSubject) =>
  ['log', clusterId, nodeId, text, levels.join(',')] as const

const inputOf = ({ levels, ...subject }: LogSubject) => ({ ...subject, levels: levels.join(',') })

/** The end of a node's log, growing while it is looked at. `isLive` false: as it stands. */
export const nodeLogQuery = (subject: LogSubject, isLive = true) =>
  queryOptions({
    queryKey: logKey(subject),
    queryFn: async ({ client, signal }): Promise<LogState> => {
      const before = client.getQueryData<LogState>(logKey(subject))
      if (before?.newest != null) {
        const input = { ...inputOf(subject), since: before.newest, limit: PAGE_ON }
        const page = await call(nodeEndpoints.getNodeLog, input, { signal })
        // Earlier lines may have been put before in the meantime.
        const present = client.getQueryData<LogState>(logKey(subject)) ?? before
        const next = withNewer(present, page)
        if (next) return next
      }
      return beginLog(await call(nodeEndpoints.getNodeLog, { ...inputOf(subject), limit: PAGE }, { signal }))
    },
    refetchInterval: isLive ? LIVE_EVERY_MS : false,
    // The same stretch is kept as it is: comparing thousands of lines with each look is for nothing.
    structuralSharing: false,
    gcTime: 60_000,
  })

/** Puts what stands before at the head of what is held. Returns the lines that came. */
export async function loadEarlier(client: QueryClient, subject: LogSubject): Promise<LogState | undefined> {
  const before = client.getQueryData<LogState>(logKey(subject))?.older
  if (before == null) return undefined
  const page = await call(nodeEndpoints.getNodeLog, { ...inputOf(subject), before, limit: PAGE_BACK })
  client.setQueryData<LogState>(logKey(subject), (state) =>
    state?.older === before ? withOlder(state, page) : state,
  )
  return beginLog(page)
}

/** Where the browser gets the whole log as a file. */
export const logFileAddress = (clusterId: string, nodeId: number): string =>
  fillPath(nodeEndpoints.downloadNodeLog.path, Object.entries({ clusterId, nodeId })).path

export type LogsSearch = {
  clusterId: string
  text: string
  levels: readonly LogLevel[]
  span: SearchSpan
  nodes: readonly number[]
}

/** The last so many milliseconds at the time of asking, or a stretch of its own; both ends may be open. */
export type SearchSpan = { lastMs: number } | { from: string | null; to: string | null }

function timesOf(span: SearchSpan): { from?: string; to?: string } {
  if ('lastMs' in span) return { from: new Date(serverNow() - span.lastMs).toISOString() }
  const { from, to } = span
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }
}

/** One search over all nodes; asked when its words change or on request, not by itself. */
export const searchLogsQuery = ({ clusterId, text, levels, span, nodes }: LogsSearch) =>
  queryOptions({
    queryKey: ['logSearch', clusterId, text, levels.join(','), span, nodes.join(',')] as const,
    queryFn: ({ signal }) =>
      call(
        nodeEndpoints.searchLogs,
        {
          clusterId,
          text,
          levels: levels.join(','),
          nodes: nodes.join(','),
          ...timesOf(span),
        },
        { signal },
      ),
    staleTime: Infinity,
    refetchOnMount: 'always',
    placeholderData: (before) => before,
  })
