'use client'

import { useTheme } from 'next-themes'
import { useRouter } from 'next/navigation'
import { useHotKeys } from '@/components/ui/hot-keys'
import { routes } from '@/lib/browser/routes'
import { useHelp } from './help'

/** Keys that work on every page. */
export function ShellKeys() {
  const router = useRouter()
  const { openHelp } = useHelp()
  const { resolvedTheme, setTheme } = useTheme()
  useHotKeys({
    '?': openHelp,
    'g c': () => router.push(routes.clusters()),
    'g o': () => router.push(routes.operations()),
    'g a': () => router.push(routes.alarms()),
    c: () => router.push(routes.createCluster()),
    t: () => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark'),
  })
  return null
}
