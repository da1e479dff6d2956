import { useTranslations } from 'use-intl'
import { formatBytes } from '@/lib/browser/format/bytes'
import { FIELD_OF_RULE } from '@/lib/browser/create/sections'
import type { CreateField } from '@/lib/browser/create/values'
import type { CreationRefusal } from '@/lib/domain/creation-refusal'
import type { Creation } from './use-create'

/** Words a refusal that travels as data; amounts of bytes with their unit. */
export function useRefusalWords() {
  const t = useTranslations('creationRefusal')
  return ({ rule, parameters }: CreationRefusal): string => {
    const values = Object.entries(parameters).map(([name, value]) => [
      name,
      name.endsWith('Bytes') ? formatBytes(Number(value)) : value,
    ])
    return t(rule, Object.fromEntries(values))
  }
}

/** The first sentence with which the plan refuses a field. */
export function useRefusals({ plan, isAsked }: Creation) {
  const words = useRefusalWords()
  const refusals = isAsked ? (plan.data?.refusals ?? []) : []
  return (name: CreateField): string | undefined => {
    const found = refusals.find(({ rule }) => FIELD_OF_RULE[rule] === name)
    return found === undefined ? undefined : words(found)
  }
}
