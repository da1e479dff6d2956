import { createHash } from 'node:crypto'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { CreatePlan } from '@/lib/contract/console/plan'
import { isRegion } from '@/lib/domain/network'
import { STEPS } from '@/lib/domain/plan/planner'
import { systemClock } from '../clock'
import { environment } from '../env'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { lastDurations } from '../operation/last-durations'
import { runtime } from '../process'
import { prepareCreation, type Draft, type Preparation } from './create/prepare'
import { endpointText } from './place-of'
import { cliCommand } from './plan/cli-command'
import { creationWorld } from './plan/creation-world'
import { formField, planRequest } from './plan/plan-request'

/** Choices for the life of a cluster. The rest is what MSK has update operations for. */
const FIXED = ['clusterName', 'shape', 'profile', 'access', 'ports']

/** What creating this cluster would do, asked of the code that would do it; nothing is stored. */
export const planCluster: Verb<typeof consoleEndpoints.planCluster> = async ({ input }) => {
  const { region, ...choices } = input
  if (!isRegion(region)) throw badRequest(`"${region}" is not the name of a region.`, 'region')
  const request = planRequest(region, choices)
  const prepared = await prepareCreation({ region, ...request })
  const { draft, refusals } = prepared
  const planned = draft ? await stepsOf(draft) : { steps: [], release: UNKNOWN_RELEASE }
  const { host, port } = environment()
  return {
    request: { ...request },
    refusals: refusals.map(({ field, message }) => ({ field: formField(field), message })),
    zones: draft?.specification.zones ?? [],
    nodes: draft ? nodesOf(draft) : [],
    ...planned,
    ...sums(prepared),
    lastDurationsMs: await lastDurations(
      'CREATE',
      draft ? nodesOf(draft).map(({ nodeId }) => nodeId) : [],
      new Date(systemClock.now()),
    ),
    command: cliCommand(`http://${host}:${port}`, region, request),
    fixed: FIXED,
    hash: draft ? hashOf(draft, planned.steps) : '',
  }
}

const UNKNOWN_RELEASE = { release: '', state: 'missing' } as const

/** `roll` has its say until every node has an assignment; where nothing runs yet there is nothing to restart. */
async function stepsOf(draft: Draft): Promise<Pick<CreatePlan, 'steps' | 'release'>> {
  const { release } = draft.specification
  const seen = await runtime().observeRelease(release)
  const world = creationWorld(draft, seen, systemClock.now())
  return {
    steps: STEPS.filter((step) => step.name !== 'roll' && step.applies(world)).map((step) => ({
      step: step.name,
      nodes: [...new Set(step.rows(world).flatMap(({ node }) => node ?? []))],
      undo: step.undo,
    })),
    release: { release, state: seen.state },
  }
}

const nodesOf = ({ nodes }: Draft): CreatePlan['nodes'] =>
  nodes.map(({ nodeId, role, subnet, place }) => ({
    nodeId,
    role,
    zoneId: subnet.zoneId,
    endpoint: endpointText(role, place),
  }))

function sums({
  needed,
  promised,
  host,
}: Preparation): Pick<CreatePlan, 'memoryBytes' | 'diskBytes' | 'fileDescriptors'> {
  return {
    memoryBytes: {
      needed: needed?.memoryBytes ?? 0,
      free: Math.max(0, host.memoryFreeBytes - promised.memoryBytes),
      total: host.memoryTotalBytes,
    },
    diskBytes: {
      needed: needed?.diskBytes ?? 0,
      free: Math.max(0, host.diskFreeBytes - promised.diskBytes),
      total: host.diskTotalBytes,
    },
    fileDescriptors: { needed: needed?.fileDescriptors ?? 0, limit: host.fileDescriptors },
  }
}

/** Of what would be done, in order; not of anything measured, which trembles from second to second. */
const hashOf = ({ specification, nodes }: Draft, steps: CreatePlan['steps']): string =>
  createHash('sha256').update(JSON.stringify({ specification, nodes, steps })).digest('hex').slice(0, 24)
