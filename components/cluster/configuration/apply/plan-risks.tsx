import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { PanelSection } from '@/components/ui/panel'
import { StateIcon } from '@/components/ui/state-icon'
import { TextLink } from '@/components/ui/text-link'
import { clientText, isRisky, refusedClients, risksText } from '@/lib/browser/cluster-configuration/read-plan'
import { routes } from '@/lib/browser/routes'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import type { Applying } from './use-apply'

type PlanRisksProps = { applying: Applying; plan: ChangePlan }
type Risk = NonNullable<ChangePlan['topicsAtRisk']>[number]

/** Topics that are interrupted and clients that are refused, each with the reason, and the yes without which nothing is applied. */
export function PlanRisks({ applying, plan }: PlanRisksProps) {
  const t = useTranslations('configurationApply.risks')
  const { topicsAtRisk, restarts } = plan
  const refused = refusedClients(plan)
  if (restarts.length === 0) return null
  if (!isRisky(plan))
    return (
      <PanelSection title={t('title')}>
        <p className="max-w-[88ch] text-13 text-text-2">{t('none')}</p>
      </PanelSection>
    )
  return (
    <PanelSection title={t('title')}>
      <div className="overflow-hidden rounded-4 border border-warn-line text-13">
        {topicsAtRisk === null ? (
          <p className="px-3 py-2 text-text-2">{t('unknown')}</p>
        ) : (
          <ul className="max-h-80 overflow-y-auto [scrollbar-width:thin]">
            {topicsAtRisk.map((risk) => (
              <TopicRow key={risk.topic} risk={risk} clusterId={applying.cluster.id} />
            ))}
          </ul>
        )}
        {refused.length === 0 ? null : (
          <ul className="border-t border-line first:border-t-0">
            {refused.map((client) => (
              <ClientRow key={clientText(client)} client={client} release={plan.version?.release ?? ''} />
            ))}
          </ul>
        )}
        <label className="flex min-h-11 cursor-pointer items-center gap-2.5 border-t border-warn-line bg-warn-tint px-3 py-2 font-[550]">
          <input
            type="checkbox"
            checked={applying.accepted === risksText(plan)}
            onChange={({ target }) => applying.accept(target.checked ? risksText(plan) : null)}
            className="size-4 flex-none accent-accent"
          />
          {t(refused.length > 0 ? 'acceptRefused' : topicsAtRisk === null ? 'acceptUnknown' : 'accept')}
        </label>
      </div>
    </PanelSection>
  )
}

function TopicRow({ risk, clusterId }: { risk: Risk; clusterId: string }) {
  const t = useTranslations('configurationApply.risks')
  const { topic, partitions, is, replicas, minIsr } = risk
  return (
    <li className="flex gap-2.5 border-t border-line px-3 py-2 first:border-t-0">
      <StateIcon shape="behind" className="mt-0.5 size-3.5 flex-none text-warn" />
      <div className="min-w-0">
        <TextLink asChild kind="quiet" className="mono font-[550] [overflow-wrap:anywhere]">
          <NextLink href={routes.topic(clusterId, topic)}>{topic}</NextLink>
        </TextLink>{' '}
        <span className="text-12 whitespace-nowrap text-text-3">
          {t('partitions', { count: partitions })}
        </span>
        <p className="text-12 text-text-2">{t(is, { copies: replicas, minIsr })}</p>
      </div>
    </li>
  )
}

type ClientRowProps = { client: ReturnType<typeof refusedClients>[number]; release: string }

function ClientRow({ client, release }: ClientRowProps) {
  const t = useTranslations('configurationApply.risks')
  const words = useTranslations('upgrade.clients')
  const { software, connections } = client
  return (
    <li className="flex gap-2.5 border-t border-line px-3 py-2 first:border-t-0">
      <StateIcon shape="behind" className="mt-0.5 size-3.5 flex-none text-warn" />
      <div className="min-w-0">
        <span className="font-[550] [overflow-wrap:anywhere]">
          {software === null ? words('untold') : `${software.name} ${software.version}`}
        </span>
        <p className="text-12 text-text-2">{t('refused', { count: connections, release })}</p>
      </div>
    </li>
  )
}
