import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import type { NodeRow } from './node-row'

const FACTS = [
  'nodeId',
  'role',
  'zoneName',
  'endpoint',
  'externalEndpoint',
  'health',
  'leaderPartitions',
  'inSyncReplicas',
  'replicas',
  'volumeUsedBytes',
  'pssBytes',
  'startedAt',
  'starts',
] as const satisfies readonly (keyof NodeRow)[]

/** With the names the API has, so that a script needs no second dictionary. */
export const NODES_CSV: readonly CsvColumn<NodeRow>[] = FACTS.map((fact) => ({
  header: fact,
  valueOf: (node) => node[fact],
}))
