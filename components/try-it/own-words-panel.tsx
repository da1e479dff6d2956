'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { TopicField } from '@/components/connect/topic-field'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { useAddress } from '@/components/table/use-address'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Panel } from '@/components/ui/panel'
import { sendMessage } from '@/lib/browser/mutations/try-it'
import { tryItQuery } from '@/lib/browser/queries/try-it'
import { MESSAGE_CHARACTERS_MAX } from '@/lib/contract/console/try-it'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { topicNameProblem } from '@/lib/domain/topic'
import { PassedMessages } from './passed-messages'
import { TopicQuestion } from './topic-question'

type OwnWordsPanelProps = { cluster: ClusterDetail; offBecause: string | undefined }

/** For someone who has never seen Kafka: type, send, and see it come back. */
export function OwnWordsPanel({ cluster, offBecause }: OwnWordsPanelProps) {
  const t = useTranslations('tryIt')
  const [words, setWords] = useState('')
  const [topic, setTopic] = useAddress('topic', 'hello')
  const seen = useQuery({ ...tryItQuery(cluster.id), enabled: offBecause === undefined }).data
  const { mutate, data, error, isPending, reset } = useMutation(sendMessage(useQueryClient()))
  const missing = data?.is === 'topicMissing' && data.topic === topic ? data : null
  const send = (createTopic: boolean) =>
    mutate(
      { clusterId: cluster.id, topic, value: words, createTopic },
      { onSuccess: ({ is }) => (is === 'passed' ? setWords('') : undefined) },
    )
  const off =
    offBecause ??
    (isPending
      ? t('sending')
      : words === ''
        ? t('offNoWords')
        : topicNameProblem(topic, []) === null
          ? undefined
          : t('offTopic'))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (off === undefined) send(false)
  }
  return (
    <Panel title={t('ownWords')} end={t('ownWordsEnd')}>
      <form onSubmit={submit} className="grid gap-3 px-4 pt-3.5 pb-4 max-desk:px-3">
        <div className="grid items-start gap-3 desk:grid-cols-[minmax(0,1fr)_18rem]">
          <Field label={t('message')} help={t('messageHelp')}>
            {({ id, describedBy }) => (
              <Input
                id={id}
                value={words}
                maxLength={MESSAGE_CHARACTERS_MAX}
                onChange={(event) => setWords(event.target.value)}
                aria-describedby={describedBy}
                placeholder={t('messagePlaceholder')}
              />
            )}
          </Field>
          <TopicField
            topic={topic}
            topics={seen?.topics ?? []}
            onChange={(name) => {
              setTopic(name)
              reset()
            }}
          />
        </div>
        <div>
          <Button type="submit" kind="primary" offBecause={off}>
            {t('send')}
          </Button>
        </div>
        {missing === null ? null : (
          <TopicQuestion missing={missing} isPending={isPending} onMake={() => send(true)} onKeep={reset} />
        )}
        {error === null ? null : <ErrorInPlace title={t('sendFailed')} error={error} />}
      </form>
      <PassedMessages messages={seen?.messages ?? []} />
    </Panel>
  )
}
