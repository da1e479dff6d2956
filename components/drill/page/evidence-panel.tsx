import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { ChangeTable } from '@/components/cluster/configuration/apply/change-table'
import { useNodeName } from '@/components/node/node-name'
import { Panel } from '@/components/ui/panel'
import { clockTimeTenths } from '@/lib/browser/format/time'
import type { NodeView } from '@/lib/contract/console/clusters'
import type { DrillDetail } from '@/lib/contract/console/drills'

/** What showed that the fault was there: when, where, and who says so. */
export function EvidencePanel({ drill, nodes }: { drill: DrillDetail; nodes: readonly NodeView[] }) {
  const t = useTranslations('drills')
  const nodeName = useNodeName()
  const { evidence } = drill.record
  const where = (nodeId: number | null) =>
    nodeId === null
      ? t('one.wholeCluster')
      : nodeName({ nodeId, role: nodes.find((node) => node.nodeId === nodeId)?.role ?? null })
  return (
    <Panel title={t('one.evidence')}>
      {evidence.length === 0 ? (
        <Empty title={t('one.evidenceEmpty')}>{t('one.evidenceEmptyText')}</Empty>
      ) : (
        <>
          <p className="px-4 pt-3 text-12 text-text-3 max-desk:px-3">{t('one.evidenceNote')}</p>
          <ChangeTable
            label={t('one.evidence')}
            place="panel"
            heads={[t('one.what'), t('one.node'), t('one.source'), t('one.time')]}
            rows={evidence.map(({ at, node, is, source, before, after }) => ({
              key: `${is} ${node}`,
              cells: [
                <span key="what" className="[overflow-wrap:anywhere]">
                  {t(`proof.${is}`, { before: before ?? '–', after: after ?? '–' })}
                </span>,
                where(node),
                t(`source.${source}`),
                <span key="at" className="mono text-text-3">
                  {clockTimeTenths(at)}
                </span>,
              ],
            }))}
          />
        </>
      )}
    </Panel>
  )
}
