import NextLink from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { StateIcon } from '@/components/ui/state-icon'
import { sameAgain } from '@/lib/browser/cluster-configuration/choice'
import { driftOf, groupDiffering, type SameElsewhere } from '@/lib/browser/cluster-configuration/drift'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type {
  ClusterConfiguration,
  EffectiveClusterSetting,
} from '@/lib/contract/console/cluster-configuration'
import { SettingName } from '@/components/text/setting-name'
import { SettingValue } from './setting-value'

type DriftPanelProps = { cluster: ClusterDetail; configuration: ClusterConfiguration }

/** What brokers run and no revision says, with the way to put it right. While an operation runs it says so itself. */
export function DriftPanel({ cluster, configuration }: DriftPanelProps) {
  const t = useTranslations('clusterConfiguration.drift')
  const drift = driftOf(configuration)
  if (drift.length === 0 || cluster.operation !== null) return null
  const isTold = drift.some(({ differing }) => differing.some(({ source }) => source !== 'FILE'))
  return (
    <section
      aria-label={t('title')}
      className="min-w-0 overflow-hidden rounded-6 border border-warn-line bg-surface text-13"
    >
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-warn-line bg-warn-tint px-4 py-3 max-desk:px-3">
        <div className="flex min-w-60 flex-1 gap-2.5">
          <StateIcon shape="behind" className="mt-0.5 size-4 text-warn" />
          <div className="grid max-w-[88ch] gap-1">
            <h2 className="font-semibold">{t('title')}</h2>
            <p className="text-text-2">{t(isTold ? 'text' : 'textFile')}</p>
            <p className="text-12 text-text-2">{t('putRightText')}</p>
          </div>
        </div>
        <Button asChild className="max-desk:h-11 max-desk:w-full">
          <NextLink href={routes.applyConfiguration(cluster.id, sameAgain(configuration.revision))}>
            {t('putRight')}
          </NextLink>
        </Button>
      </header>
      <ul>
        {drift.map((setting) => (
          <Drifted key={setting.name} setting={setting} />
        ))}
      </ul>
    </section>
  )
}

function Drifted({ setting: { name, wanted, differing } }: { setting: EffectiveClusterSetting }) {
  const t = useTranslations('clusterConfiguration.drift')
  return (
    <li className="grid grid-cols-[minmax(0,4fr)_minmax(0,3fr)_minmax(0,5fr)] items-baseline gap-x-4 gap-y-1 border-t border-line px-4 py-2 first:border-t-0 max-desk:grid-cols-[minmax(0,1fr)] max-desk:px-3">
      <SettingName name={name} />
      <span className="min-w-0">
        <span className="text-12 text-text-3">{t('wanted')}</span> <SettingValue value={wanted} />
      </span>
      <ul className="grid min-w-0 gap-1">
        {groupDiffering(differing).map((group) => (
          <Elsewhere key={`${group.source} ${group.value}`} group={group} />
        ))}
      </ul>
    </li>
  )
}

function Elsewhere({ group: { nodes, value, source } }: { group: SameElsewhere }) {
  const t = useTranslations('clusterConfiguration.drift')
  const names = new Intl.ListFormat(useLocale(), { type: 'conjunction' }).format(nodes.map(String))
  return (
    <li className="min-w-0">
      <span className="text-12 text-text-3">{t('runs', { brokers: nodes.length, names })}</span>{' '}
      <span className="font-[550] text-warn">
        <SettingValue value={value} />
      </span>{' '}
      <span className="text-12 text-text-2">{t(`source.${source}`, { count: nodes.length })}</span>
    </li>
  )
}
