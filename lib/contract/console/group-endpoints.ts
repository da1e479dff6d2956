import { z } from 'zod'
import { resetTargetSchema } from '@/lib/domain/offset-reset'
import { endpoint } from '../endpoint'
import { groupDetailSchema, groupListSchema, offsetPlanSchema } from './groups'

const clusterPath = z.object({ clusterId: z.string() })
const groupPath = clusterPath.extend({ groupName: z.string() })
const resetInput = groupPath.extend({ topic: z.string(), target: resetTargetSchema })

export const groupEndpoints = {
  listGroupRows: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/groups',
    /** `known`: the version of the list the caller has, which is not sent again. */
    input: clusterPath.extend({ known: z.string().optional() }),
    reply: groupListSchema,
  }),
  getGroup: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/groups/{groupName}',
    input: groupPath,
    reply: groupDetailSchema,
  }),
  deleteGroup: endpoint({
    method: 'DELETE',
    path: '/api/console/clusters/{clusterId}/groups/{groupName}',
    input: groupPath,
    reply: z.null(),
  }),
  planOffsetReset: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/groups/{groupName}/offset-plan',
    input: resetInput,
    reply: offsetPlanSchema,
  }),
  /** `key`: that of the plan that was looked at. */
  resetOffsets: endpoint({
    method: 'POST',
    path: '/api/console/clusters/{clusterId}/groups/{groupName}/offsets',
    input: resetInput.extend({ key: z.string() }),
    reply: z.object({ partitions: z.number().int() }),
  }),
} as const
