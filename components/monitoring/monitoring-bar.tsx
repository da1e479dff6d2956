'use client'

import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FilterBar } from '@/components/table/filter-bar'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuChoice, MenuLabel, MenuLine } from '@/components/ui/menu'
import { serverNow } from '@/lib/browser/clock'
import { stepsFor } from '@/lib/browser/metrics/step'
import { endsOf, type Span } from '@/lib/browser/metrics/time-range'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { servesClients } from '@/lib/domain/node'
import { RangeControls } from './range-controls'
import { useStepWords } from './use-range-words'
import { DRAWINGS, GROUPINGS, STATISTICS, type View } from './use-view'

type MonitoringBarProps = { cluster: ClusterDetail; view: View; window: Span | null }

export function MonitoringBar({ cluster, view, window }: MonitoringBarProps) {
  const t = useTranslations('monitoring')
  return (
    <FilterBar
      label={t('bar')}
      end={
        <>
          <BrokerMenu cluster={cluster} view={view} />
          <LookMenu view={view} />
          <StatisticMenu view={view} />
        </>
      }
    >
      <RangeControls view={view} window={window} />
    </FilterBar>
  )
}

export const BarTrigger = ({ children, ...rest }: { children: ReactNode }) => (
  <Button {...rest} className="h-7! px-2.5! font-normal! max-desk:h-10!">
    {children}
    <Icon name="chevron" />
  </Button>
)

function BrokerMenu({ cluster, view }: { cluster: ClusterDetail; view: View }) {
  const t = useTranslations('monitoring')
  const names = useTranslations('node.name')
  const brokers = cluster.nodes.filter(({ role }) => servesClients(role))
  const label = view.broker === null ? t('allBrokers') : names('broker', { id: view.broker })
  if (brokers.length < 2) return null
  return (
    <Menu label={t('brokers')} trigger={<BarTrigger>{label}</BarTrigger>}>
      <MenuChoice
        value={view.broker === null ? '' : String(view.broker)}
        onChange={view.setBroker}
        options={[
          { value: '', label: t('allBrokers') },
          ...brokers.map(({ nodeId }) => ({ value: String(nodeId), label: names('broker', { id: nodeId }) })),
        ]}
      />
    </Menu>
  )
}

function LookMenu({ view }: { view: View }) {
  const t = useTranslations('monitoring')
  return (
    <Menu
      label={t('look')}
      trigger={
        <BarTrigger>
          {t('looksNow', { by: t(`by.${view.grouping}`), as: t(`as.${view.drawing}`) })}
        </BarTrigger>
      }
    >
      <MenuLabel>{t('byLabel')}</MenuLabel>
      <MenuChoice
        value={view.grouping}
        onChange={view.setGrouping}
        options={GROUPINGS.map((value) => ({ value, label: t(`by.${value}`) }))}
      />
      <MenuLine />
      <MenuLabel>{t('asLabel')}</MenuLabel>
      <MenuChoice
        value={view.drawing}
        onChange={view.setDrawing}
        options={DRAWINGS.map((value) => ({ value, label: t(`as.${value}`) }))}
      />
    </Menu>
  )
}

function StatisticMenu({ view }: { view: View }) {
  const t = useTranslations('monitoring')
  const step = useStepWords()
  const [nowMs] = useState(serverNow)
  const { range, statistic, chosenStepS, stepS } = view
  return (
    <Menu
      label={t('statistic')}
      trigger={
        <BarTrigger>
          {t('statisticNow', { statistic: t(`statistics.${statistic ?? 'usual'}`), period: step(stepS) })}
        </BarTrigger>
      }
    >
      <MenuLabel>{t('statistic')}</MenuLabel>
      <MenuChoice
        value={statistic ?? ''}
        onChange={view.setStatistic}
        options={[
          { value: '', label: t('statistics.usual') },
          ...STATISTICS.map((value) => ({ value, label: t(`statistics.${value}`) })),
        ]}
      />
      <MenuLine />
      <MenuLabel>{t('period')}</MenuLabel>
      <MenuChoice
        value={chosenStepS === stepS ? String(chosenStepS) : ''}
        onChange={view.setStep}
        options={[
          { value: '', label: t('periodAuto') },
          ...stepsFor(endsOf(range, nowMs), nowMs).map((each) => ({
            value: String(each),
            label: step(each),
          })),
        ]}
      />
    </Menu>
  )
}
