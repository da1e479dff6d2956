import { useTranslations } from 'use-intl'
import { SettingName } from '@/components/text/setting-name'
import { SettingValue } from '@/components/cluster/configuration/setting-value'
import { ChangeTable } from '@/components/cluster/configuration/apply/change-table'
import { Panel } from '@/components/ui/panel'
import type { OperationDetail } from '@/lib/contract/console/clusters'

/** What an update changed, before and after; of other kinds their name says it. */
export function ChangesPanel({ operation: { kind, state, changes } }: { operation: OperationDetail }) {
  const t = useTranslations('configurationApply.operation')
  if (kind !== 'UPDATE' || changes.length === 0) return null
  return (
    <Panel title={t(`changes.${state}`)}>
      <ChangeTable
        place="panel"
        label={t(`changes.${state}`)}
        heads={[t('columns.name'), t('columns.from'), t('columns.to')]}
        rows={changes.map(({ name, from, to }) => ({
          key: name,
          cells: [
            <SettingName key="name" name={name} />,
            <SettingValue key="from" value={from} />,
            <SettingValue key="to" value={to} />,
          ],
        }))}
      />
    </Panel>
  )
}
