import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { CallError } from '@/lib/browser/call-error'
import { createTopic } from '@/lib/browser/mutations/create-topic'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { TopicDefaults } from '@/lib/contract/console/topics'
import { createTopicSchema, firstValues, newTopic, refusedField } from './create-topic-form'

type Where = { cluster: ClusterDetail; names: readonly string[]; defaults: TopicDefaults }

/** The form and the creation. A refusal stands at the field it is about until that field is changed. */
export function useCreateTopic({ cluster, names, defaults: now }: Where) {
  const router = useRouter()
  // What the form began with: brokers that come and go meanwhile must not change what was typed.
  const [defaults] = useState(now)
  const form = useForm({
    resolver: zodResolver(createTopicSchema(useTranslations('createTopic'), names, defaults)),
    defaultValues: firstValues(defaults),
    mode: 'onTouched',
  })
  const { setFocus, setError } = form
  useEffect(() => setFocus('name'), [setFocus])
  const creation = useMutation({
    ...createTopic(useQueryClient()),
    onSuccess: (_reply, { topic }) => router.push(routes.topic(cluster.id, topic.name)),
    onError: (error) => {
      const field = error instanceof CallError ? refusedField(error) : null
      if (field !== null) setError(field, { message: error.message }, { shouldFocus: true })
    },
  })
  const create = form.handleSubmit((values) => {
    if (!creation.isPending) creation.mutate({ cluster, topic: newTopic(values) })
  })
  const { error } = creation
  const isAtField = error instanceof CallError && refusedField(error) !== null
  return { form, create, defaults, isPending: creation.isPending, error: isAtField ? null : error }
}

export type TopicCreation = ReturnType<typeof useCreateTopic>
