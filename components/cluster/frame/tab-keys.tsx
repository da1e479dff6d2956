'use client'

import { useRouter } from 'next/navigation'
import { useHotKeys } from '@/components/ui/hot-keys'
import { CLUSTER_TABS, TAB_KEYS } from './cluster-tabs'

/** Digits go to the pages of the cluster in view, also from a page below them. */
export function TabKeys({ clusterId }: { clusterId: string }) {
  const router = useRouter()
  useHotKeys(
    Object.fromEntries(
      CLUSTER_TABS.slice(0, TAB_KEYS.length).map(({ href }, place) => [
        TAB_KEYS[place],
        () => router.push(href(clusterId)),
      ]),
    ),
  )
  return null
}
