import type { ErrorType } from '@/lib/contract/errors'
import type { CreationRefusal, CreationRule } from '@/lib/domain/creation-refusal'

/** Why a creation would be refused. A preview tells all of them, by their rules; the API tells the first, in words. */
export type Refusal = CreationRefusal & {
  /** The member of the request that is to blame; null where the machine is. */
  field: string | null
  message: string
  type: ErrorType
}

type Broken = {
  rule: CreationRule
  field: string | null
  message: string
  parameters?: CreationRefusal['parameters']
  type?: ErrorType
}

export const refusal = ({ parameters = {}, type = 'BadRequestException', ...broken }: Broken): Refusal => ({
  ...broken,
  parameters,
  type,
})

/** Everything there is to give out is taken: thrown where it is found, told as a refusal. */
export class NoPlaceLeft extends Error {
  readonly refusal: Refusal

  constructor(broken: Omit<Broken, 'field'>) {
    super(broken.message)
    this.name = 'NoPlaceLeft'
    this.refusal = refusal({ ...broken, field: null })
  }
}
