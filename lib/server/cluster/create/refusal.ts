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

/** Everything there is to give out is taken: thrown where it is found, told as a refusal. */
export class NoPlaceLeft extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NoPlaceLeft'
  }
}
