import type { NodeRow } from './node-row'

const COLUMNS = [
  'nodeId',
  'role',
  'zoneName',
  'endpoint',
  'externalEndpoint',
  'health',
  'leaderPartitions',
  'inSyncReplicas',
  'replicas',
  'pssBytes',
  'startedAt',
  'starts',
] as const satisfies readonly (keyof NodeRow)[]

/** Head and rows with the names the API has, so that a script needs no second dictionary. */
export const nodesAsCsv = (rows: readonly NodeRow[]): readonly (readonly string[])[] => [
  COLUMNS,
  ...rows.map((row) => COLUMNS.map((column) => String(row[column] ?? ''))),
]
