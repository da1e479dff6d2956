import { z } from 'zod'
import { endpoint } from '../endpoint'
import { createPlanInputSchema, createPlanSchema } from './plan'

const region = z.string().default('us-east-1')

export const planEndpoints = {
  planCluster: endpoint({
    method: 'POST',
    path: '/api/console/plan',
    input: createPlanInputSchema.extend({ region }),
    reply: createPlanSchema,
  }),
} as const
