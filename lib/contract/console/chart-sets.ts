import { z } from 'zod'
import { savedChartsSchema } from '@/lib/domain/metrics/chart-set'
import { endpoint } from '../endpoint'

const chartSetSchema = z.object({
  name: z.string(),
  version: z.number().int(),
  changedAt: z.iso.datetime(),
  charts: savedChartsSchema,
})
export type ChartSet = z.infer<typeof chartSetSchema>

const clusterPath = z.object({ clusterId: z.string() })
const setPath = clusterPath.extend({ name: z.string() })

export const chartSetEndpoints = {
  listChartSets: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/chart-sets',
    input: clusterPath,
    reply: z.object({ chartSets: z.array(chartSetSchema) }),
  }),
  /** `expected`: the version that was changed; null where the set shall be new. */
  putChartSet: endpoint({
    method: 'PUT',
    path: '/api/console/clusters/{clusterId}/chart-sets/{name}',
    input: setPath.extend({ charts: savedChartsSchema, expected: z.number().int().nullable().default(null) }),
    reply: chartSetSchema,
  }),
  deleteChartSet: endpoint({
    method: 'DELETE',
    path: '/api/console/clusters/{clusterId}/chart-sets/{name}',
    input: setPath.extend({ expected: z.coerce.number().int() }),
    reply: z.null(),
  }),
} as const
