'use client'

import { useHotKeys } from '@/components/ui/hot-keys'
import type { HostView } from '@/lib/contract/console/host'
import { ChoicesPanel } from './choices-panel'
import { PlanPanel } from './plan-panel'
import { useCreate } from './use-create'

/** What one chooses, and beside it what that means: the real plan, made anew with every choice. */
export function CreateColumns({ host }: { host: HostView }) {
  const creation = useCreate()
  useHotKeys({ 'mod+enter': () => void creation.create() })
  return (
    <form
      noValidate
      onSubmit={(event) => void creation.create(event)}
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 desk:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] max-desk:gap-3.5"
    >
      <ChoicesPanel creation={creation} host={host} />
      <PlanPanel creation={creation} host={host} />
    </form>
  )
}
