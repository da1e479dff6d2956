import { useTranslations } from 'use-intl'
import { useNodeName } from '@/components/node/node-name'
import { Sentences } from '@/components/text/sentences'
import { PanelSection } from '@/components/ui/panel'
import { restartsOf } from '@/lib/browser/cluster-configuration/read-plan'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import { servesClients } from '@/lib/domain/node'

type PlanRestartsProps = { plan: ChangePlan; cluster: ClusterDetail }

/** One after the other, with what each waits for; the first broker is the trial. With ZooKeeper an upgrade has two rolls. */
export function PlanRestarts({ plan, cluster }: PlanRestartsProps) {
  const t = useTranslations('configurationApply.restarts')
  const nodeName = useNodeName()
  const restarts = restartsOf(plan)
  if (restarts.length === 0) return null
  const trial = restarts.find(({ isTrial }) => isTrial)
  const protocol = plan.version?.protocol ?? null
  return (
    <>
      <PanelSection title={t('title')}>
        <p className="mb-2.5 max-w-[88ch] text-13 text-text-2">
          <Sentences
            parts={[
              trial === undefined ? null : t('trial', { node: nodeName(trial) }),
              restarts.length === 1 ? null : t('guard'),
            ]}
          />
        </p>
        <RestartList label={t('title')} restarts={restarts} cluster={cluster} />
      </PanelSection>
      {protocol === null || plan.restartsAgain.length === 0 ? null : (
        <PanelSection title={t('again')}>
          <p className="mb-2.5 max-w-[88ch] text-13 text-text-2">{t('againText', protocol)}</p>
          <RestartList
            label={t('again')}
            restarts={restartsOf({ restarts: plan.restartsAgain, hasTrial: false })}
            cluster={cluster}
          />
        </PanelSection>
      )}
    </>
  )
}

type RestartListProps = {
  label: string
  restarts: ReturnType<typeof restartsOf>
  cluster: ClusterDetail
}

function RestartList({ label, restarts, cluster }: RestartListProps) {
  const t = useTranslations('configurationApply.restarts')
  const nodeName = useNodeName()
  const zoneName = (zoneId: string) =>
    cluster.zones.find((zone) => zone.zoneId === zoneId)?.zoneName ?? zoneId
  return (
    <ol
      aria-label={label}
      className="grid grid-cols-[repeat(auto-fill,minmax(220px,1fr))] gap-px overflow-hidden rounded-4 border border-line bg-line text-13"
    >
      {restarts.map((node) => (
        <li
          key={node.nodeId}
          className="grid min-h-9 grid-cols-[20px_14px_minmax(0,1fr)] items-baseline gap-x-2 bg-surface px-3 py-2"
        >
          <span className="text-12 text-text-3 tabular-nums">{t('place', { place: node.place })}</span>
          {servesClients(node.role) ? (
            <i aria-hidden="true" className="size-2.5 rounded-2 border border-line-control" />
          ) : (
            <i aria-hidden="true" className="mx-px size-2 rotate-45 rounded-1 border border-text-3" />
          )}
          <span className="min-w-0">
            <span className="whitespace-nowrap">{nodeName(node)}</span>{' '}
            <span className="text-12 whitespace-nowrap text-text-3">{zoneName(node.zoneId)}</span>
            {node.isTrial ? <span className="block text-12 text-text-2">{t('isTrial')}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
