import { useTranslations } from 'use-intl'
import { PanelSection } from '@/components/ui/panel'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import { SettingName } from '@/components/text/setting-name'
import { SettingValue } from '../setting-value'
import { ChangeTable } from './change-table'

/** What somebody told brokers while they ran: it goes with the change. */
export function PlanStrangers({ plan: { strangers } }: { plan: ChangePlan }) {
  const t = useTranslations('configurationApply.strangers')
  if (strangers?.length === 0) return null
  if (strangers === null)
    return (
      <PanelSection title={t('title')}>
        <p className="text-13 text-text-2">{t('unknown')}</p>
      </PanelSection>
    )
  return (
    <PanelSection title={t('title')}>
      <p className="mb-2 text-13 text-text-2">{t('text')}</p>
      <ChangeTable
        label={t('title')}
        heads={[t('columns.name'), t('columns.value'), t('columns.wanted'), t('columns.where')]}
        rows={strangers.map(({ name, node, value, wanted }) => ({
          key: `${name} ${node}`,
          cells: [
            <SettingName key="name" name={name} />,
            <SettingValue key="value" value={value} />,
            <SettingValue key="wanted" value={wanted} />,
            node === null ? t('all') : t('one', { node }),
          ],
        }))}
      />
    </PanelSection>
  )
}
