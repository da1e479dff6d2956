import { useTranslations } from 'use-intl'

/** The Kafka versions a configuration is meant for; without any it is meant for all. */
export function VersionNames({ versions }: { versions: readonly string[] }) {
  const t = useTranslations('configurations')
  const words = useTranslations('configuration')
  if (versions.length === 0) return t('anyVersion')
  return <span className="[overflow-wrap:anywhere]">{versions.join(words('separator'))}</span>
}
