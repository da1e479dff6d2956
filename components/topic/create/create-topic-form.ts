import type { useTranslations } from 'use-intl'
import { z } from 'zod'
import type { CallError } from '@/lib/browser/call-error'
import type { NewTopic } from '@/lib/browser/topic/new-topic'
import type { TopicDefaults } from '@/lib/contract/console/topics'
import { copiesFor, topicNameProblem } from '@/lib/domain/topic'

type Words = ReturnType<typeof useTranslations<'createTopic'>>

const PARTITIONS_MAX = 100_000
const PARTITIONS_FEWEST = 3

const FORM_SETTINGS = ['retention.ms', 'cleanup.policy', 'max.message.bytes'] as const

/** Fields hold what was typed. A setting left empty is not set; form paths cannot hold the dots of Kafka's names. */
export type CreateTopicValues = {
  name: string
  partitions: string
  replicationFactor: string
  retention: string
  cleanup: string
  maxMessage: string
  others: { name: string; value: string }[]
}

export const SETTING_FIELDS = [
  { field: 'retention', setting: 'retention.ms' },
  { field: 'cleanup', setting: 'cleanup.policy' },
  { field: 'maxMessage', setting: 'max.message.bytes' },
] as const satisfies readonly { field: keyof CreateTopicValues; setting: (typeof FORM_SETTINGS)[number] }[]

export function createTopicSchema(t: Words, names: readonly string[], { brokers }: TopicDefaults) {
  const whole = (max: number, rule: string) =>
    z
      .string()
      .refine((text) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= max, { error: rule })
  return z.object({
    name: z.string().superRefine((name, context) => {
      const message = nameWords(t, name, names)
      if (message !== null) context.addIssue({ code: 'custom', message })
    }),
    partitions: whole(PARTITIONS_MAX, t('partitions.rule')),
    replicationFactor: whole(brokers, t('replication.rule', { brokers })),
    retention: z.string(),
    cleanup: z.string(),
    maxMessage: z.string(),
    others: z.array(
      z.object({
        name: z.string().min(1, { error: t('valueMissing') }),
        value: z
          .string()
          .trim()
          .min(1, { error: t('valueMissing') }),
      }),
    ),
  })
}

function nameWords(t: Words, name: string, names: readonly string[]): string | null {
  const problem = topicNameProblem(name, names)
  switch (problem?.is) {
    case undefined:
      return null
    case 'characters':
      return t('name.characters', { character: problem.character === ' ' ? '␣' : problem.character })
    case 'long':
      return t('name.long', { count: problem.count })
    case 'collides':
      return t('name.collides', { other: problem.other })
    case 'missing':
    case 'dots':
    case 'taken':
      return t(`name.${problem.is}`)
  }
}

/** What fits this cluster: each broker leads the same number of partitions, and three copies where there is room. */
export const firstValues = ({ brokers }: TopicDefaults): CreateTopicValues => ({
  name: '',
  partitions: String(Math.max(1, brokers) * Math.ceil(PARTITIONS_FEWEST / Math.max(1, brokers))),
  replicationFactor: String(copiesFor(brokers)),
  retention: '',
  cleanup: '',
  maxMessage: '',
  others: [],
})

export function newTopic(values: CreateTopicValues): NewTopic {
  const fields = SETTING_FIELDS.map(({ field, setting }) => ({ name: setting, value: values[field] }))
  const set = [...fields, ...values.others]
    .map(({ name, value }) => [name, value.trim()] as const)
    .filter(([name, value]) => name !== '' && value !== '')
  return {
    name: values.name,
    partitions: Number(values.partitions),
    replicationFactor: Number(values.replicationFactor),
    settings: Object.fromEntries(set),
  }
}

type Field = 'name' | 'partitions' | 'replicationFactor' | (typeof SETTING_FIELDS)[number]['field']

const FIELD_OF_MEMBER: Record<string, Field> = {
  topicName: 'name',
  partitionCount: 'partitions',
  replicationFactor: 'replicationFactor',
}

/** The field Kafka's refusal is about: MSK names the member, and of settings Kafka's words name the one. */
export function refusedField({ field, message }: CallError): Field | null {
  if (field === 'configs') {
    return SETTING_FIELDS.find(({ setting }) => message.includes(setting))?.field ?? null
  }
  return field === undefined ? null : (FIELD_OF_MEMBER[field] ?? null)
}
