import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { ChangeTable } from '@/components/cluster/configuration/apply/change-table'
import { Empty } from '@/components/feedback/empty'
import { useNodeName } from '@/components/node/node-name'
import { Time } from '@/components/text/time'
import { Panel } from '@/components/ui/panel'
import { State } from '@/components/ui/state'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { DrillSummary } from '@/lib/contract/console/drills'
import { DRILL_LOOKS } from '../drill-looks'

/** What came of the drills so far, newest first. */
export function ReportsPanel({
  cluster,
  drills,
}: {
  cluster: ClusterDetail
  drills: readonly DrillSummary[]
}) {
  const t = useTranslations('drills')
  const nodeName = useNodeName()
  const nameOf = (nodeId: number) =>
    nodeName({ nodeId, role: cluster.nodes.find((node) => node.nodeId === nodeId)?.role ?? null })
  return (
    <Panel title={t('reports')}>
      {drills.length === 0 ? (
        <Empty title={t('reportsEmpty')}>{t('reportsEmptyText')}</Empty>
      ) : (
        <ChangeTable
          label={t('reports')}
          place="panel"
          heads={[t('columns.kind'), t('columns.nodes'), t('columns.state'), t('columns.started')]}
          rows={drills.map((drill) => ({
            key: drill.id,
            cells: [
              <KindCell key="kind" clusterId={cluster.id} drill={drill} />,
              drill.targets.map(nameOf).join(', '),
              <State key="state" look={DRILL_LOOKS[drill.state]} source={drill.state}>
                {t(`state.${drill.state}`)}
              </State>,
              <Time key="started" iso={drill.startedAt} look="short" className="text-text-2" />,
            ],
          }))}
        />
      )}
    </Panel>
  )
}

function KindCell({ clusterId, drill }: { clusterId: string; drill: DrillSummary }) {
  const t = useTranslations('drills')
  const options = [
    ...(drill.acks === 'leader' ? [t('with.leader')] : []),
    ...(drill.healing === 'paused' ? [t('with.paused')] : []),
  ]
  return (
    <>
      <TextLink asChild>
        <NextLink href={routes.drill(clusterId, drill.id)}>{t(`kind.${drill.kind}`)}</NextLink>
      </TextLink>
      {options.length === 0 ? null : <span className="block text-12 text-text-3">{options.join(', ')}</span>}
    </>
  )
}
