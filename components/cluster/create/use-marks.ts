import { useWatch } from 'react-hook-form'
import { type CreateSection, FIELDS_OF } from '@/lib/browser/create/sections'
import type { CreateField } from '@/lib/browser/create/values'
import type { Creation } from './use-create'
import { useRefusals } from './use-refusals'

export type Mark = 'ok' | 'broken' | 'empty'

/** How a section stands. In the review everything counts, also what nobody has touched yet. */
export function useMarks(creation: Creation) {
  const { form, parsed, walk } = creation
  const { errors } = form.formState
  const refusal = useRefusals(creation)
  const name = useWatch({ control: form.control, name: 'clusterName' })
  const broken = new Set(walk.step === 'review' ? parsed.error?.issues.map(({ path }) => path[0]) : [])
  const isBroken = (field: CreateField): boolean =>
    errors[field] !== undefined || refusal(field) !== undefined || broken.has(field)
  return (section: CreateSection): Mark => {
    if (FIELDS_OF[section].some(isBroken)) return 'broken'
    return section === 'cluster' && name === '' ? 'empty' : 'ok'
  }
}
