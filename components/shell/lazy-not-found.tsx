'use client'

import { lazy, Suspense } from 'react'

const NotFoundPage = lazy(async () => ({ default: (await import('./not-found-page')).NotFoundPage }))

/** Next sends what stands here with every page: the console would come twice, once for a page nobody asked for. */
export function LazyNotFound() {
  return (
    <Suspense>
      <NotFoundPage />
    </Suspense>
  )
}
