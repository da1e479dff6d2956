'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { VirtualLines } from '@/components/table/virtual-lines'
import { useDebounced } from '@/components/ui/use-debounced'
import { canHoldMore, type LogState } from '@/lib/browser/log/log-state'
import { logFileAddress, nodeLogQuery, type LogSubject } from '@/lib/browser/queries/logs'
import { LogBar } from './log-bar'
import { LogEnds } from './log-ends'
import { LogLine } from './log-line'
import type { LogSearch } from './log-search-state'
import { useEarlier } from './use-earlier'
import { useLogMatches } from './use-log-matches'

const TYPING_MS = 250
const NO_ENTRIES: LogState['entries'] = []

type LogViewProps = {
  clusterId: string
  nodeId: number
  search: LogSearch
  /** Asked for only while it is seen. */
  isOpen?: boolean
}

/** A node’s log, live: search, levels, the way back to its beginning, and the file. Fills the height it is given. */
export function LogView({ clusterId, nodeId, search, isOpen = true }: LogViewProps) {
  const t = useTranslations('log')
  const sought = useDebounced(search.text, TYPING_MS)
  const subject: LogSubject = { clusterId, nodeId, text: search.only ? sought : '', levels: search.levels }
  const query = useQuery({ ...nodeLogQuery(subject), enabled: isOpen })
  const earlier = useEarlier(subject)
  const matches = useLogMatches(query.data?.entries ?? NO_ENTRIES, search.text)
  const canLoad = query.data !== undefined && canHoldMore(query.data) && !earlier.isPending
  const goBack = () => {
    if (matches.goBack() || !canLoad) return
    earlier.search.mutate(search.text, {
      onSuccess: (position) => (position === null ? undefined : matches.goToPosition(position)),
    })
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <LogBar search={search} matches={matches} onBack={goBack} file={logFileAddress(clusterId, nodeId)} />
      <QueryView query={query} failed={t('failed')}>
        {(log) =>
          log.entries.length === 0 && log.older === null ? (
            <p className="py-2 text-text-2">{t(log.newest === null ? 'empty' : 'nothingFits')}</p>
          ) : (
            <>
              <LogEnds log={log} earlier={earlier} sought={search.text} />
              <VirtualLines
                key={`${subject.text} ${subject.levels.join()}`}
                label={t('lines')}
                rows={log.entries}
                rowKey={({ position }) => position}
                goTo={matches.current}
                newestLabel={t('follow')}
                onStart={() => (canLoad ? earlier.load.mutate() : undefined)}
                className="flex-1"
              >
                {(entry) => (
                  <LogLine entry={entry} sought={search.text} current={entry.position === matches.current} />
                )}
              </VirtualLines>
            </>
          )
        }
      </QueryView>
    </div>
  )
}
