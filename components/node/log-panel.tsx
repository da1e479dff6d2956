'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { Dialog } from '@/components/ui/dialog'
import { nodeLogQuery } from '@/lib/browser/queries/logs'
import { LogLines } from './log-lines'
import type { LoggedNode } from './logged-node'
import { useNodeName } from './node-name'

type LogPanelProps = { clusterId: string; node: LoggedNode; open: boolean; onClose: () => void }

/** The end of a node’s log at the side of the page, live as long as it is open. */
export function LogPanel({ clusterId, node, open, onClose }: LogPanelProps) {
  const t = useTranslations('log')
  const query = useQuery({ ...nodeLogQuery(clusterId, node.nodeId), enabled: open })
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      place="side"
      title={t('title', { node: useNodeName()(node) })}
      description={t('description', { count: query.data?.lines.length ?? 0, endpoint: node.endpoint ?? '' })}
      closeLabel={t('close')}
    >
      <div className="mt-3 flex min-h-0 flex-1 flex-col gap-2">
        <QueryView query={query} failed={t('failed')}>
          {(log) => <LogLines log={log} />}
        </QueryView>
      </div>
    </Dialog>
  )
}
