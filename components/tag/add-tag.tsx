'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { changeTag } from '@/lib/browser/mutations/tags'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { newTagProblem } from '@/lib/domain/tag'

/** Told by the value’s field; all others are about the key. */
const ABOUT_VALUE = 'valueLong'

export function AddTag({ cluster, keys }: { cluster: ClusterDetail; keys: readonly string[] }) {
  const t = useTranslations('tags')
  const [key, setKey] = useState('')
  const [value, setValue] = useState('')
  const [isChecked, setChecked] = useState(false)
  const keyField = useRef<HTMLInputElement>(null)
  const { mutate, data, error, isPending } = useMutation(changeTag(useQueryClient()))
  const problem = newTagProblem(key, value, keys)
  const told = isChecked && problem !== null ? problem : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (problem !== null || isPending) return
    mutate(
      { cluster, key, value, expected: null },
      {
        onSuccess: ({ is }) => {
          if (is !== 'changed') return
          setKey('')
          setValue('')
          setChecked(false)
          keyField.current?.focus()
        },
      },
    )
  }
  return (
    <form onSubmit={submit} className="grid gap-3 border-t border-line px-4 pt-3.5 pb-4 max-desk:px-3">
      <div className="grid items-start gap-3 desk:grid-cols-[14rem_minmax(0,1fr)]">
        <Field
          label={t('key')}
          help={t('keyHelp')}
          error={told === null || told === ABOUT_VALUE ? undefined : t(`problem.${told}`)}
        >
          {({ id, describedBy, invalid }) => (
            <Input
              id={id}
              ref={keyField}
              value={key}
              onChange={(event) => setKey(event.target.value)}
              onBlur={() => setChecked(key !== '')}
              aria-describedby={describedBy}
              aria-invalid={invalid}
            />
          )}
        </Field>
        <Field
          label={t('value')}
          help={t('valueHelp')}
          error={told === ABOUT_VALUE ? t(`problem.${told}`) : undefined}
        >
          {({ id, describedBy, invalid }) => (
            <Input
              id={id}
              value={value}
              onChange={(event) => setValue(event.target.value)}
              aria-describedby={describedBy}
              aria-invalid={invalid}
            />
          )}
        </Field>
      </div>
      <div>
        <Button type="submit" offBecause={isPending ? t('asked') : undefined} reasonPlace="elsewhere">
          {t('add')}
        </Button>
      </div>
      {data?.is === 'elsewhere' ? (
        <p role="status" className="text-13 text-text-2">
          {t('addedElsewhere', { value: data.now ?? '' })}
        </p>
      ) : null}
      {error === null ? null : <ErrorInPlace title={t('addFailed')} error={error} />}
    </form>
  )
}
