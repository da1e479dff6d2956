import { useTranslations } from 'use-intl'
import { type OperationDetail, reasonSchema } from '@/lib/contract/console/clusters'
import { OPERATION_EVENTS, type OperationEventKey } from '@/lib/domain/operation-event'
import { KILL_REASONS, type KillReason, type Move } from '@/lib/domain/plan/plan'
import { asSentence } from '@/components/text/sentences'
import { useReason } from './use-reason'

type Event = OperationDetail['events'][number]

const isEventKey = (word: string): word is OperationEventKey => OPERATION_EVENTS.some((key) => key === word)

const MOVES: Record<Move['do'], true> = {
  prepareRelease: true,
  assign: true,
  start: true,
  stop: true,
  kill: true,
  unregister: true,
  tell: true,
  finalize: true,
  raiseProtocol: true,
  electPreferred: true,
  reassign: true,
  throttle: true,
  unthrottled: true,
  noteBrake: true,
  brake: true,
  unbraked: true,
  destroy: true,
  forget: true,
  inject: true,
  lift: true,
}
const isMove = (word: string): word is Move['do'] => Object.hasOwn(MOVES, word)
const isKillReason = (word: string): word is KillReason => KILL_REASONS.some((why) => why === word)

/** Words what an operation tells; an event this page does not know keeps its key rather than vanish. */
export function useEventWords(operation: OperationDetail) {
  const t = useTranslations('event')
  const reason = useReason(
    operation.rows.flatMap(({ nodeId, role }) => (nodeId === null ? [] : [{ nodeId, role }])),
  )
  return ({ key, parameters }: Event): string => {
    if (!isEventKey(key)) return key
    const values: Record<string, string | number> = {
      reason: '',
      problem: '',
      error: '',
      why: '',
      move: '',
      set: '',
      removed: '',
      nodes: '',
      count: 0,
      rate: 0,
      feature: '',
      level: '',
      protocol: '',
    }
    for (const [name, value] of Object.entries(parameters)) {
      if (typeof value === 'string' || typeof value === 'number') values[name] = value
    }
    const [move, why] = [String(values['move']), String(values['why'])]
    if (isMove(move)) values['move'] = t(`moves.${move}`)
    if (isKillReason(why)) values['why'] = t(`killReasons.${why}`)
    const problem = reasonSchema.safeParse(parameters['problem'])
    return t(key, { ...values, ...(problem.success ? { problem: asSentence(reason(problem.data)) } : {}) })
  }
}
