import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useRegion } from '@/components/shell/region'
import { dropDraft, keepDraft, readDraft } from '@/lib/browser/create/draft'
import { changedFields, type CreateValues, firstValues } from '@/lib/browser/create/values'
import { createFormSchema } from './create-form'

/** The form with what was typed in this tab before, if anything was: a reload changes nothing. */
export function useDraftForm() {
  const { region } = useRegion()
  const schema = createFormSchema(useTranslations('create.problem'))
  const [draft] = useState(() => readDraft(region))
  const form = useForm<CreateValues>({
    resolver: zodResolver(schema),
    defaultValues: draft ?? firstValues(region),
    mode: 'onTouched',
  })
  const { reset, trigger } = form
  const values = useWatch({ control: form.control, compute: (all) => all })
  const isTouched = changedFields(values, region).length > 0
  useEffect(() => {
    if (isTouched) keepDraft(region, values)
    else dropDraft()
  }, [isTouched, region, values])
  // What was left broken is told again.
  useEffect(() => {
    if (draft !== null) void trigger(changedFields(draft, region))
  }, [draft, region, trigger])
  return { schema, form, values, isTouched, forget: () => reset(firstValues(region)) }
}
