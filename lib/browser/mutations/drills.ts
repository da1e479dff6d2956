import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { drillEndpoints } from '@/lib/contract/console/drills'
import { call } from '../call'
import { clusterKeys, drillKeys } from '../queries/keys'

export type DrillOrder = z.input<typeof drillEndpoints.startDrill.input>

export const startDrill = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['startDrill'],
    mutationFn: (order: DrillOrder) => call(drillEndpoints.startDrill, order),
    onSettled: () => client.invalidateQueries({ queryKey: clusterKeys.all }),
  })

/** Lifts its faults at once. */
export const endDrill = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['endDrill'],
    mutationFn: (drill: { clusterId: string; drillId: string }) => call(drillEndpoints.endDrill, drill),
    onSettled: (_reply, _error, { drillId }) =>
      client.invalidateQueries({ queryKey: drillKeys.detail(drillId) }),
  })
