import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { useRegion } from '@/components/shell/region'
import { useDebounced } from '@/components/ui/use-debounced'
import { dropDraft } from '@/lib/browser/create/draft'
import { FIELD_OF_RULE, firstBroken } from '@/lib/browser/create/sections'
import { type CreateValues, firstValues, planInput } from '@/lib/browser/create/values'
import { createCluster } from '@/lib/browser/mutations/create-cluster'
import { createPlanQuery } from '@/lib/browser/queries/plan'
import { routes } from '@/lib/browser/routes'
import { useDraftForm } from './use-draft-form'
import { useWalk } from './use-walk'

const TYPING_MS = 250

/** The form, the plan of what it says now, and the creation: one plan is read and the same one is posted. */
export function useCreate() {
  const { region } = useRegion()
  const client = useQueryClient()
  const { schema, form, values, isTouched, forget } = useDraftForm()
  const walk = useWalk(form)
  const parsed = schema.safeParse(useDebounced(values, TYPING_MS))
  const plan = useQuery({
    ...createPlanQuery(region, planInput(parsed.data ?? firstValues(region))),
    enabled: parsed.success,
  })
  const creation = useCreation()
  /** The plan as it is now, whatever was asked before; null: the server did not say. Its refusals come into view. */
  const ask = async (submitted: CreateValues) => {
    const { queryKey, queryFn } = createPlanQuery(region, planInput(submitted))
    const fresh = await client.fetchQuery({ queryKey, queryFn }).catch(() => null)
    const fields = new Set(fresh?.refusals.map(({ rule }) => FIELD_OF_RULE[rule]))
    walk.show(firstBroken((field) => fields.has(field)))
    return fresh
  }
  const submit = form.handleSubmit(
    async (submitted) => {
      const fresh = await ask(submitted)
      if (fresh === null || fresh.refusals.length > 0) return
      // Refused after all: the plan asked once more has the reason, in the reader’s language.
      await creation.mutateAsync({ plan: fresh, region }).catch(() => ask(submitted))
    },
    (errors) => walk.show(firstBroken((field) => errors[field] !== undefined)),
  )
  // Two presses come quicker than the page is drawn anew: what is on its way is remembered at once.
  const isOnItsWay = useRef(false)
  const create = async () => {
    if (isOnItsWay.current || creation.isSuccess) return
    isOnItsWay.current = true
    await submit().finally(() => {
      isOnItsWay.current = false
    })
  }
  const startOver = () => {
    forget()
    walk.show('clusterName')
  }
  return { form, plan, isAsked: parsed.success, parsed, creation, create, walk, isTouched, startOver }
}

/** Leads to the operation that was begun; what was typed has done its work. */
function useCreation() {
  const router = useRouter()
  return useMutation({
    ...createCluster(useQueryClient()),
    onSuccess: (cluster) => {
      dropDraft()
      const operationId = cluster?.operation?.id
      if (cluster === null) router.push(routes.clusters())
      else if (operationId === undefined) router.push(routes.cluster(cluster.id))
      else router.push(routes.operation(cluster.id, operationId))
    },
  })
}

export type Creation = ReturnType<typeof useCreate>
