import { useTranslations } from 'use-intl'
import { PanelSection } from '@/components/ui/panel'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { behaviourOf } from '@/lib/domain/cluster-request'
import { ChangeTable } from './change-table'

type Fact = ChangePlan['facts'][number]
type PlanResourcesProps = { plan: ChangePlan; cluster: ClusterDetail }

/** What the cluster is made of, before and after, and which brokers come or go. */
export function PlanResources({ plan: { facts, added, leaving }, cluster }: PlanResourcesProps) {
  const t = useTranslations('clusterChange.resources')
  const access = useTranslations('create.access')
  if (facts.length === 0) return null
  const isAssisted = behaviourOf(cluster.tags) === 'ASSISTED'
  const zoneName = (zoneId: string) =>
    cluster.zones.find((zone) => zone.zoneId === zoneId)?.zoneName ?? zoneId
  const value = (name: Fact['name'], text: string) => {
    if (name === 'publicAccess') return access(text === 'DISABLED' ? 'THIS_MACHINE' : 'OTHER_MACHINES')
    if (name === 'jmxExporter' || name === 'nodeExporter') return t(text === 'on' ? 'on' : 'off')
    return text
  }
  return (
    <PanelSection title={t('title')}>
      <ChangeTable
        label={t('title')}
        heads={[t('columns.what'), t('columns.from'), t('columns.to'), t('columns.effect')]}
        rows={facts.map(({ name, from, to }) => ({
          key: name,
          cells: [
            t(`fact.${name}`),
            <span key="from" className="tabular-nums">
              {value(name, from)}
            </span>,
            <span key="to" className="tabular-nums">
              {value(name, to)}
            </span>,
            t(`effect.${name}`),
          ],
        }))}
      />
      {added.length === 0 ? null : (
        <ul aria-label={t('added')} className="mt-2.5 grid gap-1 text-13">
          {added.map(({ nodeId, zoneId, endpoint }) => (
            <li key={nodeId} className="flex flex-wrap items-baseline gap-x-2">
              <span>{t('broker', { node: nodeId })}</span>
              <span className="text-12 text-text-3">{zoneName(zoneId)}</span>
              <span className="mono text-12 text-text-2">{endpoint}</span>
            </li>
          ))}
        </ul>
      )}
      {added.length === 0 ? null : (
        <p className="mt-2 text-13 text-text-2">{t(isAssisted ? 'addedAssisted' : 'addedText')}</p>
      )}
      {leaving.length === 0 ? null : (
        <p className="mt-2.5 text-13 text-text-2">
          {t(isAssisted ? 'leavingAssisted' : 'leavingText', { nodes: leaving.join(', ') })}
        </p>
      )}
    </PanelSection>
  )
}
