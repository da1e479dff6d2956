import { useTranslations } from 'use-intl'

/** A value as Kafka writes it; nothing and nothing said are words. */
export function SettingValue({ value }: { value: string | null }) {
  const t = useTranslations('clusterConfiguration')
  if (value === null || value === '')
    return <span className="text-text-3">{t(value === null ? 'unset' : 'empty')}</span>
  return <span className="mono [overflow-wrap:anywhere]">{value}</span>
}
