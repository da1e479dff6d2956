import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { useStartCluster } from '@/components/cluster/use-start-cluster'
import { Button } from '@/components/ui/button'
import { StateIcon } from '@/components/ui/state-icon'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'

type PlanRefusalsProps = { plan: ChangePlan; cluster: ClusterDetail }

/** Every reason; what stands in the way for now comes with the way out of it. */
export function PlanRefusals({ plan, cluster }: PlanRefusalsProps) {
  return (
    <ul className="grid gap-2 border-b border-bad-line bg-bad-tint px-4 py-3 text-13 max-desk:px-3">
      {plan.refusals.map((refusal) => (
        <li key={refusal} className="flex gap-2.5">
          <StateIcon shape="failed" className="mt-0.5 size-3.5 text-bad" />
          <div className="min-w-0 [overflow-wrap:anywhere]">
            {refusal === plan.notNow ? <ForNow cluster={cluster} why={refusal} /> : refusal}
          </div>
        </li>
      ))}
    </ul>
  )
}

function ForNow({ cluster, why }: { cluster: ClusterDetail; why: string }) {
  const t = useTranslations('configurationApply.plan')
  const words = useTranslations('cluster')
  const { start, isPending } = useStartCluster(cluster)
  const { id, name, operation, power } = cluster
  if (operation !== null) {
    return (
      <>
        {t('busy', { name })}{' '}
        <TextLink asChild className="whitespace-nowrap underline">
          <NextLink href={routes.operation(id, operation.id)}>{words('viewOperation')}</NextLink>
        </TextLink>
      </>
    )
  }
  if (power === 'on') return why
  return (
    <div className="grid justify-items-start gap-2">
      {t('stopped', { name })}
      <Button
        size="small"
        onClick={start}
        offBecause={isPending ? words('asked') : undefined}
        reasonPlace="elsewhere"
      >
        {t('start')}
      </Button>
    </div>
  )
}
