import { useState } from 'react'
import { serverNow } from '@/lib/browser/clock'
import { usualRange, type LastRange } from '@/lib/browser/metrics/time-range'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

/** Of the moment one came: a page does not jump to an hour because the cluster became as old as that. */
export const useUsualRange = ({ createdAt }: Pick<ClusterDetail, 'createdAt'>): LastRange =>
  useState(() => usualRange(serverNow() - Date.parse(createdAt)))[0]
