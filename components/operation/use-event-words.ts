import { useTranslations } from 'use-intl'
import { type OperationDetail, reasonSchema } from '@/lib/contract/console/clusters'
import { OPERATION_EVENTS, type OperationEventKey } from '@/lib/domain/operation-event'
import { asSentence } from '@/components/text/sentences'
import { useReason } from './use-reason'

type Event = OperationDetail['events'][number]

const isEventKey = (word: string): word is OperationEventKey => OPERATION_EVENTS.some((key) => key === word)

/** Words what an operation tells; an event this page does not know keeps its key rather than vanish. */
export function useEventWords(operation: OperationDetail) {
  const t = useTranslations('event')
  const reason = useReason(
    operation.rows.flatMap(({ nodeId, role }) => (nodeId === null ? [] : [{ nodeId, role }])),
  )
  return ({ key, parameters }: Event): string => {
    if (!isEventKey(key)) return key
    const values: Record<string, string | number> = { reason: '', problem: '', error: '', why: '', move: '' }
    for (const [name, value] of Object.entries(parameters)) {
      if (typeof value === 'string' || typeof value === 'number') values[name] = value
    }
    const problem = reasonSchema.safeParse(parameters['problem'])
    return t(key, { ...values, ...(problem.success ? { problem: asSentence(reason(problem.data)) } : {}) })
  }
}
