import { clsx } from 'clsx'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { bold } from '@/components/text/bold'
import { Button } from '@/components/ui/button'
import type { StateLook } from '@/components/ui/state'
import { StateIcon } from '@/components/ui/state-icon'
import { toneText } from '@/components/ui/tone'
import { DEFAULT_CONFIGURATION } from '@/lib/browser/cluster-configuration/choice'
import { type ConfigurationStand, standOf } from '@/lib/browser/cluster-configuration/stand'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { ClusterConfiguration } from '@/lib/contract/console/cluster-configuration'

const LOOKS: Record<ConfigurationStand['is'], StateLook> = {
  off: { shape: 'off', tone: 'idle' },
  operation: { shape: 'half', tone: 'run' },
  asWanted: { shape: 'settled', tone: 'ok' },
  differs: { shape: 'behind', tone: 'warn' },
  partly: { shape: 'unknown', tone: 'idle' },
  unknown: { shape: 'unknown', tone: 'idle' },
}

type ConfigurationSentenceProps = { cluster: ClusterDetail; configuration: ClusterConfiguration }

/** The page in one sentence, and what one can do. */
export function ConfigurationSentence({ cluster, configuration }: ConfigurationSentenceProps) {
  const t = useTranslations('clusterConfiguration')
  const stand = standOf(cluster, configuration)
  const look = LOOKS[stand.is]
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div
        role="status"
        className="flex min-w-60 flex-1 gap-2.5 text-16 tracking-[-0.006em] max-desk:text-[15px] max-desk:leading-[22px]"
      >
        <StateIcon shape={look.shape} className={clsx('mt-1 size-4', toneText[look.tone])} />
        <p className="min-w-0 [overflow-wrap:anywhere]">
          <Words stand={stand} name={cluster.name} />
        </p>
      </div>
      <div className="flex flex-none flex-wrap items-start gap-2 max-desk:w-full max-desk:[&>a]:h-11 max-desk:[&>a]:flex-1">
        <Reset cluster={cluster} hasRevision={configuration.revision !== null} />
        {/* While an operation runs it is watched, and what is stopped is started: the head has the way. */}
        <Button asChild kind={stand.is === 'operation' || stand.is === 'off' ? 'plain' : 'primary'}>
          <NextLink href={routes.applyConfiguration(cluster.id)}>{t('apply')}</NextLink>
        </Button>
      </div>
    </div>
  )
}

function Words({ stand, name }: { stand: ConfigurationStand; name: string }) {
  const t = useTranslations('clusterConfiguration.sentence')
  switch (stand.is) {
    case 'off':
    case 'operation':
      return t.rich(stand.is, { name, ...bold })
    case 'asWanted':
      return t.rich('asWanted', { count: stand.brokers, ...bold })
    case 'differs':
      return t.rich('differs', { settings: stand.settings, brokers: stand.brokers, ...bold })
    case 'partly':
      return t.rich('partly', { asked: stand.asked, count: stand.brokers, ...bold })
    case 'unknown':
      return t.rich('unknown', bold)
  }
}

function Reset({ cluster, hasRevision }: { cluster: ClusterDetail; hasRevision: boolean }) {
  const t = useTranslations('clusterConfiguration')
  if (!hasRevision) return <Button offBecause={t('resetOff')}>{t('reset')}</Button>
  const href = routes.applyConfiguration(cluster.id, { configuration: DEFAULT_CONFIGURATION })
  return (
    <Button asChild>
      <NextLink href={href}>{t('reset')}</NextLink>
    </Button>
  )
}
