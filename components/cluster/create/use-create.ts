import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useRegion } from '@/components/shell/region'
import { useDebounced } from '@/components/ui/use-debounced'
import { createCluster } from '@/lib/browser/mutations/create-cluster'
import { createPlanQuery } from '@/lib/browser/queries/plan'
import { routes } from '@/lib/browser/routes'
import { createFormSchema, FIRST_VALUES, planInput } from './create-form'

const TYPING_MS = 250

/** The form, the plan of what it says now, and the creation: one plan is read and the same one is posted. */
export function useCreate() {
  const { region } = useRegion()
  const client = useQueryClient()
  const router = useRouter()
  const schema = createFormSchema(useTranslations('create'))
  const form = useForm({ resolver: zodResolver(schema), defaultValues: FIRST_VALUES, mode: 'onTouched' })
  const { setFocus } = form
  // The page was opened to be filled in, and the name is all it needs.
  useEffect(() => setFocus('clusterName'), [setFocus])
  const values = useWatch({ control: form.control })
  const parsed = schema.safeParse(useDebounced(values, TYPING_MS))
  const plan = useQuery({
    ...createPlanQuery(region, planInput(parsed.data ?? FIRST_VALUES)),
    enabled: parsed.success,
  })
  const creation = useMutation({
    ...createCluster(client),
    onSuccess: (cluster) => {
      const operationId = cluster?.operation?.id
      if (cluster === null) router.push(routes.clusters())
      else if (operationId === undefined) router.push(routes.cluster(cluster.id))
      else router.push(routes.operation(cluster.id, operationId))
    },
  })
  const create = form.handleSubmit(async (submitted) => {
    if (creation.isPending || creation.isSuccess) return
    // Asked again for exactly what is submitted: a plan made for what was typed before is never posted.
    const query = createPlanQuery(region, planInput(submitted))
    const fresh = await client
      .fetchQuery({ queryKey: query.queryKey, queryFn: query.queryFn })
      .catch(() => null)
    if (fresh !== null && fresh.refusals.length === 0) creation.mutate({ plan: fresh, region })
  })
  return { form, plan, isAsked: parsed.success, creation, create }
}

export type Creation = ReturnType<typeof useCreate>
