import { z } from 'zod'
import { endpoint } from '../endpoint'
import { groupDetailSchema, groupListSchema } from './groups'

const clusterPath = z.object({ clusterId: z.string() })
const groupPath = clusterPath.extend({ groupName: z.string() })

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
} as const
