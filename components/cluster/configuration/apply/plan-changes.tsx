import { useTranslations } from 'use-intl'
import { PanelSection } from '@/components/ui/panel'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'
import { SettingName } from '@/components/text/setting-name'
import { SettingValue } from '../setting-value'
import { ChangeTable } from './change-table'

type Change = ChangePlan['changes'][number]

/** Key by key: what holds now, what will, and when it is in force. */
export function PlanChanges({ plan: { changes, version, facts, placement } }: { plan: ChangePlan }) {
  const t = useTranslations('configurationApply.changes')
  // Where nobody asked for another revision there is nothing to say of settings.
  if (changes.length === 0 && version === null && (facts.length > 0 || placement !== null)) return null
  if (changes.length === 0)
    return (
      <PanelSection title={t('title')}>
        <p className="text-13 text-text-2">{t(version === null ? 'none' : 'kept')}</p>
      </PanelSection>
    )
  return (
    <PanelSection title={t('title')}>
      <ChangeTable
        label={t('title')}
        heads={[t('columns.name'), t('columns.from'), t('columns.to'), t('columns.effect')]}
        rows={changes.map((change) => ({
          key: change.name,
          cells: [
            <SettingName key="name" name={change.name} />,
            <SettingValue key="from" value={change.from} />,
            <SettingValue key="to" value={change.to} />,
            <Effect key="effect" change={change} />,
          ],
        }))}
      />
    </PanelSection>
  )
}

function Effect({ change: { effect, isClusterWide, isReadByControllers } }: { change: Change }) {
  const t = useTranslations('configurationApply.changes')
  return (
    <>
      <span className={effect === 'none' ? 'text-text-3' : undefined}>{t(`effect.${effect}`)}</span>
      {isClusterWide && effect !== 'none' ? (
        <span className="block text-12 text-text-3">{t('clusterWide')}</span>
      ) : null}
      {isReadByControllers && effect === 'restart' ? (
        <span className="block text-12 text-text-3">{t('controllers')}</span>
      ) : null}
    </>
  )
}
