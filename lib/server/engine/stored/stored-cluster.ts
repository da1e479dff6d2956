import { z } from 'zod'
import type { ClusterRef } from '@/lib/broker-runtime/runtime'
import { clusterSpecificationSchema, type ClusterSpecification } from '@/lib/domain/cluster'
import type { NodeIdentity } from '@/lib/domain/kafka-properties'
import type { Incident } from '@/lib/domain/incident'
import { NODE_ROLES } from '@/lib/domain/node'
import type { OpenMove } from '@/lib/domain/plan/partitions/move-news'
import {
  OPERATION_KINDS,
  STEP_NAMES,
  type Ledger,
  type LedgerEntry,
  type PlannedPlacement,
} from '@/lib/domain/plan/world'
import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '../../db'
import { readDrill, type StoredDrill } from '../drill/stored-drill'
import { newestBoots, type NewestBoots } from './boots'
import { readIncident } from './incidents'
import { readMove } from './open-move'

/**
 * Everything the database says about one cluster, parsed. It is read again whenever a verb or the engine itself wrote
 * something; between writes the copy in memory is the truth, because this process is the only writer.
 */
export type StoredCluster = {
  ref: ClusterRef
  row: ClusterRow
  /** The specification of the current generation. */
  specification: ClusterSpecification
  /** Current and assigned generations, and those the operation leads from and to, by number. */
  generations: ReadonlyMap<number, ClusterSpecification>
  nodes: readonly StoredNode[]
  boots: NewestBoots
  /** Those that last. */
  incidents: readonly Incident[]
  operation: StoredOperation | null
  creation: 'pending' | 'complete' | 'failed'
  /** Why the creation failed. */
  failure: string | null
  /** The drill that is under way. */
  drill: StoredDrill | null
  ledger: Ledger
  proven: ReadonlySet<string>
  status: { state: string; view: string; observedAt: Date } | null
}

const include = {
  nodes: {
    orderBy: { nodeId: 'asc' },
    include: { boots: { orderBy: { startedAt: 'desc' }, take: 1 } },
  },
  ledger: true,
  incidents: { where: { endedAt: null } },
  proven: true,
  status: true,
  drills: { where: { activeOn: { not: null } }, take: 1 },
  activeOperation: { include: { rows: true, placement: true, moves: { where: { endedAt: null } } } },
} as const satisfies Prisma.ClusterInclude

type Loaded = Prisma.ClusterGetPayload<{ include: typeof include }>
export type ClusterRow = Pick<
  Loaded,
  | 'id'
  | 'arn'
  | 'region'
  | 'name'
  | 'kafkaClusterId'
  | 'currentVersion'
  | 'generation'
  | 'presence'
  | 'heldBecause'
  | 'throttled'
  | 'brake'
  | 'roomAskedAt'
  | 'retryAskedAt'
  | 'healingPausedAt'
  | 'healingPausedUntil'
>
type NodeRow = Pick<
  Loaded['nodes'][number],
  | 'nodeId'
  | 'subnetId'
  | 'address'
  | 'portBase'
  | 'externalPort'
  | 'assignedGeneration'
  | 'assignedHash'
  | 'formatted'
>
type ActiveOperation = NonNullable<Loaded['activeOperation']>
export type StoredOperation = Omit<ActiveOperation, 'kind' | 'placement' | 'moves'> & {
  kind: (typeof OPERATION_KINDS)[number]
  placement: readonly PlannedPlacement[]
  /** Those that began and did not end. */
  moves: readonly OpenMove[]
}
export type StoredOperationRow = ActiveOperation['rows'][number]
export type StoredNode = NodeIdentity & { row: NodeRow; witness: readonly string[] }

/** The database has no null in a key: -1 stands for "of the whole cluster". */
export const WHOLE_CLUSTER = -1

export async function loadCluster(database: Database, clusterId: string): Promise<StoredCluster | null> {
  const row = await database.cluster.findUnique({ where: { id: clusterId }, include })
  if (!row) return null
  const [generations, creation] = await Promise.all([
    loadGenerations(database, row),
    database.operation.findFirst({
      where: { clusterId, kind: 'CREATE' },
      select: { id: true, endedAt: true, state: true, errorMessage: true },
    }),
  ])
  const specification = generations.get(row.generation)
  if (!specification)
    throw new Error(`Generation ${row.generation} of cluster ${row.name} is missing in the database.`)
  const { activeOperation } = row
  const failed = creation?.state.endsWith('_FAILED') === true
  return {
    ref: { id: row.id, arn: row.arn, name: row.name },
    row,
    specification,
    generations,
    nodes: row.nodes.map(parseNode),
    boots: newestBoots(row.nodes),
    incidents: row.incidents.map(readIncident),
    operation: activeOperation
      ? {
          ...activeOperation,
          kind: z.enum(OPERATION_KINDS).parse(activeOperation.kind),
          placement: readPlacement(activeOperation.placement?.moves ?? null),
          moves: activeOperation.moves.map(readMove),
        }
      : null,
    creation: failed ? 'failed' : creation?.endedAt === null ? 'pending' : 'complete',
    failure: failed ? creation.errorMessage : null,
    drill: row.drills.map(readDrill)[0] ?? null,
    ledger: row.ledger.map(parseLedgerEntry),
    proven: new Set(row.proven.map(({ role, hash }) => `${role}:${hash}`)),
    status: row.status,
  }
}

const placementSchema = z.array(
  z.object({ id: z.string(), from: z.array(z.number()), to: z.array(z.number()) }),
)

const readPlacement = (text: string | null): readonly PlannedPlacement[] =>
  text === null ? [] : placementSchema.parse(JSON.parse(text))

async function loadGenerations(
  database: Database,
  row: Loaded,
): Promise<ReadonlyMap<number, ClusterSpecification>> {
  const numbers = new Set([row.generation])
  for (const { assignedGeneration } of row.nodes)
    if (assignedGeneration !== null) numbers.add(assignedGeneration)
  if (row.activeOperation) {
    const { sourceGeneration, targetGeneration } = row.activeOperation
    numbers.add(targetGeneration)
    if (sourceGeneration !== null) numbers.add(sourceGeneration)
  }
  const found = await database.generation.findMany({
    where: { clusterId: row.id, number: { in: [...numbers] } },
  })
  return new Map(
    found.map(({ number, specification }) => [
      number,
      clusterSpecificationSchema.parse(JSON.parse(specification)),
    ]),
  )
}

const partitionsSchema = z.array(z.string())

function parseNode(row: Loaded['nodes'][number]): StoredNode {
  return {
    nodeId: row.nodeId,
    role: z.enum(NODE_ROLES).parse(row.role),
    zoneId: row.zoneId,
    place: {
      address: row.address,
      portBase: row.portBase,
      external:
        row.externalHost !== null && row.externalPort !== null
          ? { host: row.externalHost, port: row.externalPort }
          : null,
    },
    witness: partitionsSchema.parse(JSON.parse(row.witness)),
    row,
  }
}

function parseLedgerEntry(entry: Loaded['ledger'][number]): LedgerEntry {
  return {
    generation: entry.generation,
    step: z.enum(STEP_NAMES).parse(entry.step),
    node: entry.nodeId === WHOLE_CLUSTER ? null : entry.nodeId,
    failedBoots: z.array(z.string()).parse(JSON.parse(entry.failedBoots)),
    firstAt: entry.firstAt.getTime(),
    lastAt: entry.lastAt.getTime(),
    lastProgressAt: entry.lastProgressAt.getTime(),
    progress: entry.progress,
    lastError: entry.lastError,
  }
}
