import { createHash } from 'node:crypto'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { CreatePlan } from '@/lib/contract/console/plan'
import { isRegion } from '@/lib/domain/network'
import { NO_OPEN_MONITORING, releaseExtras } from '@/lib/domain/open-monitoring'
import { preview } from '@/lib/domain/plan/preview'
import { systemClock } from '../clock'
import { environment } from '../env'
import { badRequest } from '../http/api-error'
import type { Verb } from '../http/context'
import { cleanElections } from '../configuration/clean-elections'
import { lastDurations } from '../operation/last-durations'
import { runtime } from '../process'
import { prepareCreation, type Draft, type Preparation } from './create/prepare'
import { endpointText } from './place-of'
import { cliCommand } from './plan/cli-command'
import { creationWorld } from './plan/creation-world'
import { planRequest } from './plan/plan-request'
import { terraformText } from './plan/terraform-text'

/** Choices for the life of a cluster. The rest is what MSK has update operations for. */
const FIXED = ['clusterName', 'shape', 'subnets', 'profile', 'access', 'ports']

/** What creating this cluster would do, asked of the code that would do it; nothing is stored. */
export const planCluster: Verb<typeof consoleEndpoints.planCluster> = async ({ input }) => {
  const { region, ...choices } = input
  if (!isRegion(region)) throw badRequest(`"${region}" is not the name of a region.`, 'region')
  const request = planRequest(region, {
    ...choices,
    ...(choices.cleanElections === true ? { configurationInfo: await cleanElections(region) } : {}),
  })
  const prepared = await prepareCreation({ region, ...request })
  const { draft, refusals } = prepared
  const nodes = draft ? nodesOf(draft) : []
  const now = systemClock.now()
  const { host, port } = environment()
  const place = { endpointUrl: `http://${host}:${port}`, region }
  return {
    request: { ...request },
    refusals: refusals.map(({ rule, parameters }) => ({ rule, parameters })),
    zones: draft?.specification.zones ?? [],
    nodes,
    openMonitoring: draft?.specification.openMonitoring ?? NO_OPEN_MONITORING,
    ...(draft ? await workOf(draft, now) : NO_WORK),
    ...sums(prepared),
    lastDurationsMs: await lastDurations(
      'CREATE',
      nodes.map(({ nodeId }) => nodeId),
      new Date(now),
    ),
    command: cliCommand(place, request),
    terraform: terraformText(place, request),
    fixed: FIXED,
  }
}

type Work = Pick<CreatePlan, 'steps' | 'release' | 'fetchesExporter' | 'hash'>

const NO_WORK: Work = {
  steps: [],
  release: { release: '', state: 'missing' },
  fetchesExporter: false,
  hash: '',
}

async function workOf(draft: Draft, now: number): Promise<Work> {
  const { release } = draft.specification
  const [seen, whole] = await Promise.all([
    runtime().observeRelease(release),
    runtime().observeRelease(release, releaseExtras(draft.specification)),
  ])
  const { steps, canonical } = preview(creationWorld(draft, whole, now))
  return {
    steps: steps.map(({ nodes, ...step }) => ({ ...step, nodes: [...nodes] })),
    release: { release, state: seen.state },
    fetchesExporter: seen.state === 'ready' && whole.state !== 'ready',
    hash: hashOf(draft, canonical),
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
const hashOf = ({ specification, nodes }: Draft, canonical: string): string =>
  createHash('sha256').update(JSON.stringify({ specification, nodes, canonical })).digest('hex').slice(0, 24)
