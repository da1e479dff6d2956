import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { CreateSection } from '@/lib/browser/create/sections'
import { CLEAN_ELECTIONS, filledTags, readRevision } from '@/lib/browser/create/values'
import type { HostView } from '@/lib/contract/console/host'
import { exporterPorts } from '@/lib/domain/open-monitoring'
import type { Creation } from './use-create'

export type SummaryFact = { key: string; term: string; value: string }

/** What each section says when it is folded. */
export function useSummary(
  { form, plan }: Creation,
  host: HostView,
): Record<CreateSection, readonly SummaryFact[]> {
  const t = useTranslations('create')
  const values = useWatch({ control: form.control, compute: (all) => all })
  const isDevelopment = values.shape === 'DEVELOPMENT'
  const subnets = isDevelopment ? [values.developmentSubnet] : values.subnets
  const zones = plan.data?.zones.filter(({ subnetId }) => subnets.includes(subnetId)) ?? []
  const mode = host.kafkaVersions.find(({ name }) => name === values.kafkaVersion)?.mode ?? 'KRAFT'
  const tags = filledTags(values.tags)
  const fact = (key: string, term: string, value: string): SummaryFact => ({
    key,
    term,
    value: value === '' ? '–' : value,
  })
  const brokers = isDevelopment ? 1 : Number(values.brokersPerZone) * subnets.length
  const info = readRevision(values.configuration)
  const configuration =
    info === null
      ? t(values.configuration === CLEAN_ELECTIONS ? 'configuration.clean' : 'configuration.default')
      : t('configuration.chosen', { name: info.arn.split('/')[1] ?? '', revision: info.revision })
  const exporters =
    exporterPorts(values.openMonitoring)
      .map((exporter) => t(`openMonitoring.${exporter}`))
      .join(', ') || t('openMonitoring.off')
  return {
    cluster: [
      fact('name', t('summary.name'), values.clusterName),
      fact('shape', t('shape.label'), t(`shape.${values.shape}`)),
      fact('kafka', t('summary.kafka'), `${values.kafkaVersion}, ${t(`version.mode.${mode}`)}`),
    ],
    network: [
      ...(zones.length === subnets.length
        ? [fact('zones', t('summary.zones'), zones.map(({ zoneName }) => zoneName).join(', '))]
        : []),
      fact('subnets', t('summary.subnets'), subnets.join(', ')),
    ],
    access: [
      fact('access', t('access.label'), t(`access.${values.access}`)),
      fact('ports', t('ports.label'), t(`ports.${values.ports}`)),
    ],
    brokers: [
      fact('type', t('summary.type'), values.instanceType),
      fact(
        'count',
        t('summary.count'),
        Number.isInteger(brokers)
          ? t('summary.countOf', { brokers, each: values.brokersPerZone, zones: subnets.length })
          : values.brokersPerZone,
      ),
      fact('behaviour', t('behaviour.label'), t(`behaviour.${values.behaviour}`)),
      fact('profile', t('profile.label'), t(`profile.${values.profile}`)),
      fact('configuration', t('configuration.label'), configuration),
    ],
    storage: [fact('volume', t('summary.volume'), t('summary.gib', { size: values.volumeSizeGiB }))],
    monitoring: [
      fact('alarms', t('alarms.label'), t(`alarms.${values.alarms}`)),
      fact('openMonitoring', t('openMonitoring.label'), exporters),
    ],
    tags:
      tags.length === 0
        ? [fact('none', t('summary.tags'), t('summary.none'))]
        : tags.map(({ key, value }, place) => fact(String(place), key, value)),
  }
}
