import type { ErrorType } from '@/lib/contract/errors'

/** Why a creation would be refused. A preview tells all of them, the API the first. */
export type Refusal = {
  /** The member of the request that is to blame; null where the machine is. */
  field: string | null
  message: string
  type: ErrorType
}

export const refusal = (
  field: string | null,
  message: string,
  type: ErrorType = 'BadRequestException',
): Refusal => ({ field, message, type })
