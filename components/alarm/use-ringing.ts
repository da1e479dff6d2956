import { useQuery } from '@tanstack/react-query'
import { clusterNameOf } from '@/lib/browser/alarm/watched'
import type { Alarm } from '@/lib/browser/alarm/wire'
import { ringingQuery } from '@/lib/browser/queries/alarms'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

const NONE: readonly Alarm[] = []

/** The alarms of a cluster that ring. */
export const useRinging = ({ name, region }: Pick<ClusterSummary, 'name' | 'region'>): readonly Alarm[] =>
  useQuery({
    ...ringingQuery(region),
    select: (alarms) => alarms.filter((alarm) => clusterNameOf(alarm) === name),
  }).data ?? NONE
