'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { FieldMessage } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { changeTag } from '@/lib/browser/mutations/tags'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { tagValueProblem } from '@/lib/domain/tag'
import { TagElsewhere } from './tag-elsewhere'

type TagRowProps = { cluster: ClusterDetail; name: string; value: string }
/** `began`: what the tag was when the change began. */
type Edit = { began: string; text: string }

export function TagRow({ cluster, name, value }: TagRowProps) {
  const t = useTranslations('tags')
  const [edit, setEdit] = useState<Edit | null>(null)
  const change = useMutation(changeTag(useQueryClient()))
  const save = (wanted: string | null, expected: string) =>
    change.mutate(
      { cluster, key: name, value: wanted, expected },
      { onSuccess: ({ is }) => (is === 'changed' ? setEdit(null) : undefined) },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (edit !== null && tagValueProblem(edit.text) === null) save(edit.text, edit.began)
  }
  const problem = edit === null ? null : tagValueProblem(edit.text)
  const messageId = `tag-${name}-message`
  return (
    <li className="border-t border-line px-4 py-1.5 text-13 first:border-t-0 max-desk:px-3">
      <form
        onSubmit={submit}
        className="grid min-h-8 items-center gap-x-3 gap-y-1 desk:grid-cols-[14rem_minmax(0,1fr)_auto]"
      >
        <span className="mono [overflow-wrap:anywhere]">{name}</span>
        {edit === null ? (
          <span className="mono [overflow-wrap:anywhere]">
            {value === '' ? <span className="font-sans text-text-3">{t('noValue')}</span> : value}
          </span>
        ) : (
          <div className="grid gap-1">
            <Input
              // The field takes the place of the button that was pressed.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              aria-label={t('valueOf', { name })}
              aria-describedby={messageId}
              aria-invalid={problem !== null}
              value={edit.text}
              onChange={(event) => setEdit({ ...edit, text: event.target.value })}
              onKeyDown={(event) => {
                if (event.key === 'Escape' && !event.nativeEvent.isComposing) setEdit(null)
              }}
            />
            <FieldMessage id={messageId} error={problem === null ? undefined : t(`problem.${problem}`)} />
          </div>
        )}
        <span className="flex gap-1">
          {edit === null ? (
            <>
              <Button
                size="small"
                kind="ghost"
                aria-label={t('changeOf', { name })}
                onClick={() => setEdit({ began: value, text: value })}
              >
                {t('change')}
              </Button>
              <Button
                size="small"
                kind="ghost"
                aria-label={t('removeOf', { name })}
                onClick={() => save(null, value)}
              >
                {t('remove')}
              </Button>
            </>
          ) : (
            <>
              <Button size="small" type="submit">
                {t('save')}
              </Button>
              <Button size="small" kind="ghost" onClick={() => setEdit(null)}>
                {t('cancel')}
              </Button>
            </>
          )}
        </span>
      </form>
      {edit !== null && edit.began !== value ? (
        <TagElsewhere now={value} onMine={() => save(edit.text, value)} onTheirs={() => setEdit(null)} />
      ) : null}
      {change.error === null ? null : (
        <ErrorInPlace title={t('changeFailed', { name })} error={change.error} />
      )}
    </li>
  )
}
