import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { topicNameProblem } from '@/lib/domain/topic'

type TopicFieldProps = {
  topic: string
  /** Those that exist, to choose from. */
  topics: readonly string[]
  help?: ReactNode
  onChange: (topic: string) => void
}

/** A topic that exists, or the name of one to come. */
export function TopicField({ topic, topics, help, onChange }: TopicFieldProps) {
  const t = useTranslations('client')
  const listId = useId()
  const isWrong = topicNameProblem(topic, []) !== null
  return (
    <Field label={t('topic')} help={help} error={isWrong ? t('topicRule') : undefined}>
      {({ id, describedBy, invalid }) => (
        <>
          <Input
            id={id}
            list={listId}
            value={topic}
            onChange={(event) => onChange(event.target.value)}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            className="mono"
          />
          <datalist id={listId}>
            {topics.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
