import { zodResolver } from '@hookform/resolvers/zod'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { type ConfigurationDraft, dropDraft, keepDraft, readDraft } from '@/lib/browser/configuration/draft'
import { findingsOf } from '@/lib/browser/configuration/findings'
import { isConfigurationName } from '@/lib/domain/configuration/configuration-name'
import { CONFIGURATION_BYTES_MAX } from '@/lib/domain/configuration/text-limit'

const DESCRIPTION_MAX = 1024
/** A text that is too long is not written to the browser's store with every letter. */
const KEEP_LATER_MS = 500

/** The form with what was typed in this tab before, if anything was, and what the check says of it as it is now. */
export function useConfigurationForm(of: string, first: ConfigurationDraft) {
  const t = useTranslations('configurationForm')
  // What it began with: what the server says meanwhile must not change what was typed.
  const [begin, setBegin] = useState(first)
  const [draft] = useState(() => readDraft(of))
  const form = useForm<ConfigurationDraft>({
    resolver: zodResolver(
      z.object({
        name: z
          .string()
          .min(1, { error: t('name.missing') })
          .refine(isConfigurationName, { error: t('name.rule') }),
        description: z.string().max(DESCRIPTION_MAX, { error: t('description.long') }),
        kafkaVersions: z.array(z.string()),
        text: z.string(),
        from: z.number(),
      }),
    ),
    defaultValues: draft ?? begin,
    mode: 'onTouched',
  })
  const values = useWatch({ control: form.control, compute: (all) => all })
  const isTouched = JSON.stringify(values) !== JSON.stringify(begin)
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current) return
    if (!isTouched) return dropDraft(of)
    if (values.text.length <= CONFIGURATION_BYTES_MAX) return keepDraft(of, values)
    const timer = setTimeout(() => keepDraft(of, values), KEEP_LATER_MS)
    return () => clearTimeout(timer)
  }, [of, values, isTouched])
  // The letter that was typed is drawn first; what is said of it the moment after.
  const text = useDeferredValue(values.text)
  const { kafkaVersions } = values
  const findings = useMemo(() => findingsOf(text, kafkaVersions), [text, kafkaVersions])
  return {
    form,
    values,
    begin,
    findings,
    isTouched,
    /** It was saved: nothing is kept any more. */
    forget: () => {
      isDone.current = true
      dropDraft(of)
    },
    startOver: () => form.reset(begin),
    beginWith: (next: ConfigurationDraft) => {
      setBegin(next)
      form.reset(next)
    },
  }
}

export type ConfigurationForm = ReturnType<typeof useConfigurationForm>
