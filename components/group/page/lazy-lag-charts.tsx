'use client'

import { type ComponentProps, lazy, Suspense } from 'react'
import type { LagCharts } from './lag-charts'

/** The library of charts is large, and what stands above them on the page can be read without it. */
const Loaded = lazy(async () => ({ default: (await import('./lag-charts')).LagCharts }))

export function LazyLagCharts(props: ComponentProps<typeof LagCharts>) {
  return (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  )
}
