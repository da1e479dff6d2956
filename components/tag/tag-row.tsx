'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { FieldMessage } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { changeTag } from '@/lib/browser/mutations/tags'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { tagValueProblem } from '@/lib/domain/tag'
import { TagElsewhere } from './tag-elsewhere'

/** `began`: what the tag was when the change began. */
export type TagEdit = { began: string; text: string }

type TagRowProps = {
  cluster: ClusterDetail
  name: string
  /** Null once someone else removed it while it is being changed here. */
  value: string | null
  edit: TagEdit | null
  setEdit: (edit: TagEdit | null) => void
}

export function TagRow({ cluster, name, value, edit, setEdit }: TagRowProps) {
  const t = useTranslations('tags')
  const change = useMutation(changeTag(useQueryClient()))
  const save = (wanted: string | null, expected: string | null) =>
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
            {value === '' || value === null ? (
              <span className="font-sans text-text-3">{t('noValue')}</span>
            ) : (
              value
            )}
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
                key="change"
                size="small"
                kind="ghost"
                aria-label={t('changeOf', { name })}
                onClick={() => setEdit({ began: value ?? '', text: value ?? '' })}
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
              {/* A button of its own: the one that was pressed must not become one that submits by that very press. */}
              <Button key="save" size="small" type="submit">
                {t('save')}
              </Button>
              <Button size="small" kind="ghost" onClick={() => setEdit(null)}>
                {t('cancel')}
              </Button>
            </>
          )}
        </span>
      </form>
      {edit !== null && edit.began !== value && !change.isPending ? (
        <TagElsewhere now={value} onMine={() => save(edit.text, value)} onTheirs={() => setEdit(null)} />
      ) : null}
      {edit === null && change.data?.is === 'elsewhere' ? (
        <p role="status" className="text-text-2">
          {t('notRemoved')}
        </p>
      ) : null}
      {change.error === null ? null : (
        <ErrorInPlace title={t('changeFailed', { name })} error={change.error} />
      )}
    </li>
  )
}
