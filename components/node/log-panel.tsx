'use client'

import { useTranslations } from 'use-intl'
import { useLogSearchHere } from '@/components/log/log-search-state'
import { LogView } from '@/components/log/log-view'
import { Dialog } from '@/components/ui/dialog'
import type { LoggedNode } from './logged-node'
import { useNodeName } from './node-name'

type LogPanelProps = { clusterId: string; node: LoggedNode; open: boolean; onClose: () => void }

/** A node’s log at the side of the page, live as long as it is open. */
export function LogPanel({ clusterId, node, open, onClose }: LogPanelProps) {
  const t = useTranslations('log')
  const search = useLogSearchHere()
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      place="side"
      title={t('title', { node: useNodeName()(node) })}
      description={t('description', { endpoint: node.endpoint ?? '' })}
      closeLabel={t('close')}
    >
      <div className="mt-3 flex min-h-0 flex-1 flex-col">
        <LogView clusterId={clusterId} nodeId={node.nodeId} search={search} isOpen={open} />
      </div>
    </Dialog>
  )
}
