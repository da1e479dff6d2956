import { useTranslations } from 'use-intl'
import { Facts } from '@/components/ui/facts'
import { formatBytes } from '@/lib/browser/format/bytes'
import type { HostView } from '@/lib/contract/console/host'
import type { BrokerHere } from '@/lib/domain/broker-type'

/** MSK’s name says what AWS rents out; these figures say what a broker gets on this machine. */
export function TypeMeaning({ type, host }: { type: BrokerHere; host: HostView }) {
  const t = useTranslations('create.instanceType')
  return (
    <Facts
      facts={[
        {
          key: 'heap',
          term: t('heap'),
          value: formatBytes(type.heapMaxMiB * 1024 ** 2),
          note: t(`heapFrom.${type.heapFrom}`, { memory: type.memoryGiB }),
        },
        {
          key: 'cpu',
          term: t('cpu'),
          value: t('cpuValue', { count: host.cpus }),
          note: t('cpuNote', { count: type.vcpus }),
        },
        {
          key: 'partitions',
          term: t('partitions'),
          value: type.partitionsRecommended.toLocaleString('en'),
          note: t('partitionsNote'),
        },
      ]}
    />
  )
}
