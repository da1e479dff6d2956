import { useSearchParams } from 'next/navigation'
import { type CreateStep, stepOf } from '@/lib/browser/create/sections'
import { routes } from '@/lib/browser/routes'

/** The step is in the address, so back and forward walk the steps; the page itself stays as it is. */
export function useStep(): [step: CreateStep, go: (step: CreateStep) => void] {
  const step = stepOf(useSearchParams().get('step'))
  const go = (next: CreateStep) => {
    if (next !== step) globalThis.history.pushState(null, '', addressOf(next))
  }
  return [step, go]
}

/** What else the address says stays: which text of the plan is in view. */
function addressOf(step: CreateStep): string {
  const address = new URL(routes.createCluster(step), globalThis.location.href)
  for (const [name, value] of new URLSearchParams(globalThis.location.search)) {
    if (name !== 'step') address.searchParams.set(name, value)
  }
  return `${address.pathname}${address.search}`
}
