'use client'

import { useQuery } from '@tanstack/react-query'
import { type ComponentProps, lazy, Suspense } from 'react'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import type { SmallCharts } from './small-charts'

/** The library of charts is large, and what stands above them on the page can be read without it. */
const Loaded = lazy(async () => ({ default: (await import('./small-charts')).SmallCharts }))

type LazySmallChartsProps = Omit<ComponentProps<typeof SmallCharts>, 'cluster'> & { clusterId: string }

export function LazySmallCharts({ clusterId, ...rest }: LazySmallChartsProps) {
  const cluster = useQuery(clusterQuery(clusterId)).data
  if (cluster === undefined) return null
  return (
    <Suspense>
      <Loaded cluster={cluster} {...rest} />
    </Suspense>
  )
}
