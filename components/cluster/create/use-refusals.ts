import { type CreateFormValues, fieldOf } from './create-form'
import type { Creation } from './use-create'

/** The first sentence with which the plan refuses a field. */
export function useRefusals({ plan, isAsked }: Creation) {
  const refusals = isAsked ? (plan.data?.refusals ?? []) : []
  return (name: keyof CreateFormValues): string | undefined =>
    refusals.find(({ field }) => fieldOf(field) === name)?.message
}
