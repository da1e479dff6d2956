'use client'

import { useEffect } from 'react'
import { useHotKeys } from '@/components/ui/hot-keys'
import { FIRST_STEP } from '@/lib/browser/create/sections'
import type { HostView } from '@/lib/contract/console/host'
import { PlanPanel } from './plan/plan-panel'
import { SectionsPanel } from './sections-panel'
import { useCreate } from './use-create'
import { stepId } from './use-walk'

/** What one chooses, and beside it what that means: the real plan, made anew with every choice. */
export function CreateColumns({ host }: { host: HostView }) {
  const creation = useCreate()
  const { form, walk } = creation
  const { setFocus } = form
  // The page was opened to be filled in, and the name is all it needs.
  const isFirst = walk.step === FIRST_STEP
  useEffect(() => {
    if (isFirst) setFocus('clusterName')
    // Only as the page opens: later steps move the focus themselves.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  useHotKeys({ 'mod+enter': () => void creation.create() })
  return (
    <form
      noValidate
      // Enter in a field goes on to the next section: a cluster is made by its button alone.
      onSubmit={(event) => {
        event.preventDefault()
        void walk.next()
      }}
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 desk:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] max-desk:gap-3.5"
    >
      <SectionsPanel creation={creation} host={host} />
      <div id={stepId('review')} tabIndex={-1} className="min-w-0 focus-visible:outline-none">
        <PlanPanel creation={creation} host={host} />
      </div>
    </form>
  )
}
