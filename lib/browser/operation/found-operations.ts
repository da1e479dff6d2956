import type { ListedOperation } from '@/lib/contract/console/operations'

export const durationMs = (
  { startedAt, endedAt }: Pick<ListedOperation, 'startedAt' | 'endedAt'>,
  nowMs: number,
): number => (endedAt === null ? nowMs : Date.parse(endedAt)) - Date.parse(startedAt)

type Wanted = { words: string; state: string }

/** Every word must be found, in the kind as it is shown or in any of the names; an empty state takes all. */
export function foundOperations(
  operations: readonly ListedOperation[],
  { words, state }: Wanted,
  kindWords: (kind: ListedOperation['kind']) => string,
): ListedOperation[] {
  const wanted = words.toLowerCase().split(/\s+/)
  return operations.filter((operation) => {
    if (state !== '' && operation.state !== state) return false
    const { clusterName, kind, actor, id, changes } = operation
    const text = [clusterName, kindWords(kind), kind, actor ?? '', id, ...changes.map(({ name }) => name)]
      .join(' ')
      .toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** One row a fact: names as MSK's API has them, times in full. */
export const operationsCsv = (operations: readonly ListedOperation[], nowMs: number): string[][] => [
  ['operation', 'kind', 'cluster', 'state', 'changes', 'by', 'started', 'ended', 'durationMs', 'arn'],
  ...operations.map((one) => [
    one.id,
    one.kind,
    one.clusterName,
    one.state,
    one.changes.map(({ name, from, to }) => `${name}: ${from ?? ''} > ${to ?? ''}`).join('; '),
    one.actor ?? '',
    one.startedAt,
    one.endedAt ?? '',
    String(durationMs(one, nowMs)),
    one.arn,
  ]),
]
