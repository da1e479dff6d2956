import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { bold } from '@/components/text/bold'
import type { ClusterConfiguration } from '@/lib/contract/console/cluster-configuration'

/** Brokers that did not answer, each with why: what they run is not known, and is not taken for anything. */
export function UnknownBrokers({ configuration: { unknown } }: { configuration: ClusterConfiguration }) {
  const t = useTranslations('clusterConfiguration')
  if (unknown.length === 0) return null
  return (
    <Notice tone="idle" shape="unknown">
      <ul className="grid gap-1">
        {unknown.map(({ node, why }) => (
          <li key={node}>{t.rich('unknownBroker', { broker: node, why, ...bold })}</li>
        ))}
      </ul>
    </Notice>
  )
}
