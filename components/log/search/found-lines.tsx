import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { LogLine } from '@/components/log/log-line'
import { useNodeInSentence, useNodeName } from '@/components/node/node-name'
import { VirtualLines } from '@/components/table/virtual-lines'
import { Button } from '@/components/ui/button'
import type { LogsSearch } from '@/lib/browser/queries/logs'
import { routes } from '@/lib/browser/routes'
import type { NodeView } from '@/lib/contract/console/clusters'
import type { FoundEntry, FoundLogs } from '@/lib/contract/console/nodes'

type FoundLinesProps = {
  found: FoundLogs
  asked: LogsSearch
  nodes: readonly NodeView[]
  isSearching: boolean
  onAgain: () => void
  /** Shows what is older than this. */
  onOlder: (time: string) => void
}

/** What was found, oldest first, ended by the newest; says when there is more than is shown. */
export function FoundLines({ found, asked, nodes, isSearching, onAgain, onOlder }: FoundLinesProps) {
  const t = useTranslations('logs')
  const inSentence = useNodeInSentence(nodes)
  const { entries, more, searchedNodes, unread } = found
  const oldest = entries.find(({ at }) => at !== null)?.at ?? null
  return (
    <>
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-12 text-text-3">
        <output aria-live="polite">
          {t(more ? 'foundNewest' : 'found', { count: entries.length, nodes: searchedNodes })}
        </output>
        {more && oldest !== null ? (
          <Button size="small" onClick={() => onOlder(oldest)}>
            {t('older')}
          </Button>
        ) : null}
        <Button
          size="small"
          onClick={onAgain}
          offBecause={isSearching ? t('searching') : undefined}
          reasonPlace="elsewhere"
        >
          {t(isSearching ? 'searching' : 'again')}
        </Button>
      </div>
      {unread.map(({ nodeId, why }) => (
        <Notice key={nodeId} tone="warn" shape="behind">
          {t('unread', { node: inSentence(nodeId), why })}
        </Notice>
      ))}
      {entries.length === 0 ? (
        <p className="py-2 text-13 text-text-2">{t('nothing')}</p>
      ) : (
        <VirtualLines
          key={JSON.stringify(asked)}
          label={t('lines')}
          rows={entries}
          rowKey={({ nodeId, position }) => `${nodeId} ${position}`}
          newestLabel={t('toNewest')}
          className="flex-1"
        >
          {(entry) => (
            <LogLine
              entry={entry}
              sought={asked.text}
              source={<Source asked={asked} entry={entry} nodes={nodes} />}
            />
          )}
        </VirtualLines>
      )}
    </>
  )
}

/** Leads to the node’s own log, where the lines around it are. */
function Source({
  asked,
  entry,
  nodes,
}: {
  asked: LogsSearch
  entry: FoundEntry
  nodes: readonly NodeView[]
}) {
  const name = useNodeName()
  const inSentence = useNodeInSentence(nodes)
  const node = nodes.find(({ nodeId }) => nodeId === entry.nodeId)
  const query = asked.text === '' ? '' : `?${new URLSearchParams({ log: asked.text }).toString()}`
  return (
    <NextLink
      href={`${routes.node(asked.clusterId, entry.nodeId)}${query}#log`}
      className="-my-[3px] block truncate py-[3px] underline-offset-2 hover:underline"
    >
      {node === undefined ? inSentence(entry.nodeId) : name(node)}
    </NextLink>
  )
}
