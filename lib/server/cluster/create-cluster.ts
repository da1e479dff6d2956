import { CLUSTER_TYPE } from '@/lib/contract/msk/cluster'
import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { isConditionFailed, isTaken } from '../db'
import { ApiError, badRequest } from '../http/api-error'
import type { Context, Verb } from '../http/context'
import { events, wake } from '../process'
import { prepareCreation } from './create/prepare'
import type { CreateRequest } from './create/request'
import { storeCreation } from './create/store'
import { terraformRules } from './create/terraform'

export const createCluster: Verb<typeof mskEndpoints.CreateCluster> = async ({ ctx, input }) => {
  const { clusterName, tags = {}, ...provisioned } = input
  return create(ctx, { region: ctx.region, clusterName, tags, provisioned })
}

export const createClusterV2: Verb<typeof mskEndpoints.CreateClusterV2> = async ({ ctx, input }) => {
  const { clusterName, tags = {}, provisioned, serverless } = input
  if (serverless) {
    throw badRequest(
      'Serverless clusters are not built. Describe the cluster under provisioned.',
      'serverless',
    )
  }
  if (!provisioned) throw badRequest('Specify the cluster under provisioned.', 'provisioned')
  const created = await create(ctx, { region: ctx.region, clusterName, tags, provisioned })
  return { ...created, clusterType: CLUSTER_TYPE }
}

/** Each lost race is for an address or a subnet that someone else then has; a lost name is refused at the next look. */
const ATTEMPTS_MAX = 10

async function create(ctx: Context, request: CreateRequest) {
  for (let attempt = 1; ; attempt++) {
    const { refusals, draft } = await prepareCreation(request)
    const [first] = [...refusals, ...terraformRules(ctx.userAgent, request.provisioned)]
    if (first) throw new ApiError(first.type, first.message, first.field ?? undefined)
    if (!draft) throw new Error('A creation without refusals has a draft.')
    try {
      const { id, arn } = await storeCreation(ctx, draft)
      wake(id)
      events().publish('clusters')
      return { clusterArn: arn, clusterName: request.clusterName, state: 'CREATING' as const }
    } catch (error) {
      const isLost = isTaken(error) || isConditionFailed(error)
      if (!isLost || attempt === ATTEMPTS_MAX) throw error
    }
  }
}
