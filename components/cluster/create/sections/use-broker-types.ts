import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { SelectGroup } from '@/components/ui/select'
import { formatBytes } from '@/lib/browser/format/bytes'
import type { HostView } from '@/lib/contract/console/host'
import { BROKER_TYPES, type BrokerHere, brokerHere, brokerTypesFor } from '@/lib/domain/broker-type'
import { findKafkaVersion } from '@/lib/domain/kafka-version'
import type { Creation } from '../use-create'

const MIB = 1024 ** 2

/** Each type with what it comes to here; one that does not run the chosen version says so. */
export function useBrokerTypes({ form }: Creation, host: HostView) {
  const t = useTranslations('create.instanceType')
  const { control } = form
  const [profile, instanceType, kafkaVersion] = useWatch({
    control,
    name: ['profile', 'instanceType', 'kafkaVersion'],
  })
  const version = findKafkaVersion(kafkaVersion)
  const fitting = version === undefined ? BROKER_TYPES : brokerTypesFor(version)
  const types: readonly BrokerHere[] = BROKER_TYPES.map((type) =>
    brokerHere(profile, type, host.memoryTotalBytes),
  )
  const groups: readonly SelectGroup[] = [
    {
      label: t('group'),
      options: types.map(({ name, heapMaxMiB, partitionsRecommended }) => ({
        value: name,
        label: name,
        detail: t('detail', {
          heap: formatBytes(heapMaxMiB * MIB),
          partitions: partitionsRecommended.toLocaleString('en'),
        }),
        offBecause: fitting.some((type) => type.name === name)
          ? undefined
          : t('unfit', { version: kafkaVersion }),
      })),
    },
  ]
  return { groups, chosen: types.find(({ name }) => name === instanceType) ?? null }
}
