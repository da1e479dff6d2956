import { useTranslations } from 'use-intl'
import { useLogSearchInAddress } from '@/components/log/log-search-state'
import { LogView } from '@/components/log/log-view'
import { Panel } from '@/components/ui/panel'
import type { NodeDetail } from '@/lib/contract/console/nodes'

/** The live log as a part of the page; what one looks for stands in the address. */
export function NodeLogSection({ clusterId, node }: { clusterId: string; node: NodeDetail }) {
  const t = useTranslations('node')
  const search = useLogSearchInAddress()
  return (
    <Panel title={t('log')} id="log">
      <div className="flex h-[560px] flex-col px-4 py-3 max-desk:h-[75vh] max-desk:px-3">
        <LogView clusterId={clusterId} nodeId={node.nodeId} search={search} />
      </div>
    </Panel>
  )
}
