import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import type { ListedOperation } from '@/lib/contract/console/operations'

export const durationMs = (
  { startedAt, endedAt }: Pick<ListedOperation, 'startedAt' | 'endedAt'>,
  nowMs: number,
): number => (endedAt === null ? nowMs : Date.parse(endedAt)) - Date.parse(startedAt)

/** What a search finds an operation by: its kind as it is shown, `kindWords`, and any of the names. */
export const operationText = (operation: ListedOperation, kindWords: string): string => {
  const { clusterName, kind, actor, id, changes } = operation
  return [clusterName, kindWords, kind, actor ?? '', id, ...changes.map(({ name }) => name)].join(' ')
}

/** One row a fact: names as MSK's API has them, times in full. */
export const operationsCsv = (nowMs: () => number): readonly CsvColumn<ListedOperation>[] => [
  { header: 'operation', valueOf: ({ id }) => id },
  { header: 'kind', valueOf: ({ kind }) => kind },
  { header: 'cluster', valueOf: ({ clusterName }) => clusterName },
  { header: 'state', valueOf: ({ state }) => state },
  {
    header: 'changes',
    valueOf: ({ changes }) =>
      changes.map(({ name, from, to }) => `${name}: ${from ?? ''} > ${to ?? ''}`).join('; '),
  },
  { header: 'by', valueOf: ({ actor }) => actor },
  { header: 'started', valueOf: ({ startedAt }) => startedAt },
  { header: 'ended', valueOf: ({ endedAt }) => endedAt },
  { header: 'durationMs', valueOf: (operation) => durationMs(operation, nowMs()) },
  { header: 'arn', valueOf: ({ arn }) => arn },
]
