import { useTranslations } from 'use-intl'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { isWhole } from '@/lib/browser/cluster-change/whole'
import { brokerTypesFor } from '@/lib/domain/broker-type'
import { isKafkaRelease } from '@/lib/domain/kafka-version'
import { servesClients } from '@/lib/domain/node'
import { behaviourOf } from '@/lib/domain/cluster-request'
import { AccessChoice } from './access-choice'
import { BehaviourChoice } from './behaviour-choice'
import { MonitoringChoice } from './monitoring-choice'
import { NumberChoice } from './number-choice'
import type { Applying } from './use-apply'

/** How many brokers, of which type, with how much storage, open to whom; what is left empty stays. */
export function ClusterFields({ applying }: { applying: Applying }) {
  const t = useTranslations('clusterChange')
  const { cluster, brokersPerZone, chooseBrokers, volumeSizeGiB, chooseVolume } = applying
  const zones = cluster.zones.length
  const brokers = cluster.nodes.filter(({ role }) => servesClients(role)).length
  const isAssisted = behaviourOf(cluster.tags) === 'ASSISTED'
  const perZone = brokers / Math.max(1, zones)
  return (
    <>
      {cluster.shape === 'MSK' ? (
        <NumberChoice
          label={t('brokers')}
          help={t(isAssisted ? 'brokersHelpAssisted' : 'brokersHelp', {
            count: (isWhole(brokersPerZone) ? Number(brokersPerZone) : perZone) * zones,
            zones,
          })}
          now={perZone}
          value={brokersPerZone}
          onChange={chooseBrokers}
        />
      ) : null}
      {cluster.shape === 'MSK' ? <BehaviourChoice cluster={cluster} /> : null}
      <TypeChoice applying={applying} />
      <NumberChoice
        label={t('volume')}
        help={t('volumeHelp')}
        now={cluster.volumeSizeGiB}
        value={volumeSizeGiB}
        onChange={chooseVolume}
      />
      <AccessChoice applying={applying} />
      <MonitoringChoice applying={applying} />
    </>
  )
}

function TypeChoice({ applying: { cluster, instanceType, chooseType } }: { applying: Applying }) {
  const t = useTranslations('clusterChange')
  const { release, mode } = cluster
  const types = isKafkaRelease(release) ? brokerTypesFor({ release, mode }) : []
  return (
    <Field label={t('type')}>
      {(ids) => (
        <Combobox
          ids={ids}
          value={instanceType}
          onChange={chooseType}
          label={t('findType')}
          placeholder={t('now', { value: cluster.instanceType })}
          words={{ empty: t('noType'), more: (count) => t('moreTypes', { count }) }}
          groups={[
            {
              label: '',
              options: [
                { value: '', label: cluster.instanceType, detail: t('isNow') },
                ...types
                  .filter(({ name }) => name !== cluster.instanceType)
                  .map(({ name, vcpus, memoryGiB }) => ({
                    value: name,
                    label: name,
                    detail: t('typeDetail', { count: vcpus, memory: memoryGiB }),
                  })),
              ],
            },
          ]}
        />
      )}
    </Field>
  )
}
