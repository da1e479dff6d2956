import { useTranslations } from 'use-intl'
import { SettingName } from '@/components/text/setting-name'
import { PanelSection } from '@/components/ui/panel'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import { SettingValue } from '../setting-value'
import { ChangeTable } from './change-table'

/** What comes to be another because nobody set it, and what the revision sets and a later release will not take. */
export function PlanDefaults({ plan: { version } }: { plan: ChangePlan }) {
  const t = useTranslations('upgrade.defaults')
  if (version === null || version.defaults.length + version.deprecated.length === 0) return null
  const { release, defaults, deprecated } = version
  return (
    <PanelSection title={t('title')}>
      {defaults.length === 0 ? null : (
        <>
          <p className="mb-2 max-w-[88ch] text-13 text-text-2">{t('text', { release })}</p>
          <ChangeTable
            label={t('title')}
            heads={[t('columns.name'), t('columns.from'), t('columns.to')]}
            rows={defaults.map(({ name, from, to }) => ({
              key: name,
              cells: [
                <SettingName key="name" name={name} />,
                <SettingValue key="from" value={from} />,
                <SettingValue key="to" value={to} />,
              ],
            }))}
          />
        </>
      )}
      {deprecated.map((name) => (
        <p key={name} className="mt-2 max-w-[88ch] text-13 [overflow-wrap:anywhere] text-text-2">
          {t('deprecated', { release, name })}
        </p>
      ))}
    </PanelSection>
  )
}
