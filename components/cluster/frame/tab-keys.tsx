'use client'

import { useRouter } from 'next/navigation'
import { useHotKeys } from '@/components/ui/hot-keys'
import { CLUSTER_TABS } from './cluster-tabs'

/** 1 to 9 go to the pages of the cluster in view, also from a page below them. */
export function TabKeys({ clusterId }: { clusterId: string }) {
  const router = useRouter()
  useHotKeys(
    Object.fromEntries(
      CLUSTER_TABS.map(({ href }, place) => [String(place + 1), () => router.push(href(clusterId))]),
    ),
  )
  return null
}
