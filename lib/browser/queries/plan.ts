import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { planEndpoints } from '@/lib/contract/console/plan-endpoints'
import type { CreatePlanInput } from '@/lib/contract/console/plan'
import { call } from '../call'

/** The plan of a creation. While a changed form is being asked about, the plan before it stays in view. */
export const createPlanQuery = (region: string, input: CreatePlanInput) =>
  queryOptions({
    queryKey: ['plan', region, input] as const,
    queryFn: ({ signal }) => call(planEndpoints.planCluster, { ...input, region }, { signal, region }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
