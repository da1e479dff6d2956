import type { operationSummarySchema } from '@/lib/contract/console/clusters'
import type { Problem } from '@/lib/domain/plan/plan'
import type { z } from 'zod'

/** `errorCode` of an operation that a deletion ended. */
export const CANCELLED = 'CANCELLED_BY_DELETE'

type ConsoleState = z.infer<typeof operationSummarySchema>['state']

/** MSK ends every operation in one of two words; the console tells apart what failed and what was called off. */
export function consoleState({
  state,
  errorCode,
}: {
  state: string
  errorCode: string | null
}): ConsoleState {
  if (state.endsWith('_COMPLETE')) return 'COMPLETE'
  if (!state.endsWith('_FAILED')) return 'IN_PROGRESS'
  return errorCode === CANCELLED || errorCode === ('cancelled' satisfies Problem['is'])
    ? 'CANCELLED'
    : 'FAILED'
}
