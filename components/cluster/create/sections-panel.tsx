'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { ComponentType } from 'react'
import { CREATE_SECTIONS, type CreateSection } from '@/lib/browser/create/sections'
import type { ChoicesProps } from './choices-props'
import { Section } from './section'
import { AccessFields } from './sections/access-fields'
import { BrokerFields } from './sections/broker-fields'
import { ClusterFields } from './sections/cluster-fields'
import { MonitoringFields } from './sections/monitoring-fields'
import { NetworkFields } from './sections/network-fields'
import { StorageFields } from './sections/storage-fields'
import { TagFields } from './sections/tag-fields'
import { useSummary } from './use-summary'

const FIELDS: Record<CreateSection, ComponentType<ChoicesProps>> = {
  cluster: ClusterFields,
  network: NetworkFields,
  access: AccessFields,
  brokers: BrokerFields,
  storage: StorageFields,
  monitoring: MonitoringFields,
  tags: TagFields,
}

/** One form: the section of the step is open, the others say what was chosen. In the review all do. */
export function SectionsPanel({ creation, host }: ChoicesProps) {
  const t = useTranslations('create')
  const summary = useSummary(creation, host)
  return (
    <Panel
      title={t('choices')}
      end={
        creation.isTouched ? (
          <Button size="small" kind="ghost" onClick={creation.startOver}>
            {t('startOver')}
          </Button>
        ) : undefined
      }
    >
      {CREATE_SECTIONS.map((section) => {
        const Fields = FIELDS[section]
        return (
          <Section key={section} creation={creation} section={section} summary={summary[section]}>
            <Fields creation={creation} host={host} />
          </Section>
        )
      })}
    </Panel>
  )
}
