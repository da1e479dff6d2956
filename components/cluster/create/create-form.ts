import type { useTranslations } from 'use-intl'
import { z } from 'zod'
import type { CreatePlanInput } from '@/lib/contract/console/plan'
import { DEFAULT_BROKER_TYPE, PROFILES } from '@/lib/domain/broker-type'
import { CLUSTER_ACCESS, CLUSTER_SHAPES } from '@/lib/domain/cluster'
import { CLUSTER_ALARMS, CLUSTER_PORTS } from '@/lib/domain/cluster-request'
import { DEFAULT_KAFKA_VERSION } from '@/lib/domain/kafka-version'

type Words = ReturnType<typeof useTranslations<'create'>>

const NAME_MAX = 64
const BROKERS_PER_ZONE_MAX = 20
const VOLUME_GIB_MAX = 16_384

/** Fields hold what was typed, so that a broken number is told as it was typed. */
export function createFormSchema(t: Words) {
  const whole = (max: number, rule: string) =>
    z
      .string()
      .refine((text) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= max, { error: rule })
  return z.object({
    clusterName: nameSchema(t),
    kafkaVersion: z.string(),
    shape: z.enum(CLUSTER_SHAPES),
    profile: z.enum(PROFILES),
    access: z.enum(CLUSTER_ACCESS),
    ports: z.enum(CLUSTER_PORTS),
    alarms: z.enum(CLUSTER_ALARMS),
    brokersPerZone: whole(BROKERS_PER_ZONE_MAX, t('brokersPerZone.rule')),
    instanceType: z.string(),
    volumeSizeGiB: whole(VOLUME_GIB_MAX, t('volume.rule')),
  })
}
export type CreateFormValues = z.infer<ReturnType<typeof createFormSchema>>

/** The rule of MSK, told one part at a time: which part was broken, not only that one was. */
function nameSchema(t: Words) {
  return z.string().superRefine((name, context) => {
    const broken = (message: string) => context.addIssue({ code: 'custom', message })
    const stranger = /[^0-9A-Za-z-]/.exec(name)?.[0]
    if (name === '') return broken(t('name.missing'))
    if (stranger !== undefined)
      return broken(t('name.characters', { character: stranger === ' ' ? '␣' : stranger }))
    if (name.startsWith('-')) return broken(t('name.hyphen'))
    if (name.length > NAME_MAX) return broken(t('name.long', { count: name.length }))
  })
}

export const FIRST_VALUES: CreateFormValues = {
  clusterName: '',
  kafkaVersion: DEFAULT_KAFKA_VERSION,
  shape: 'MSK',
  profile: 'lab',
  access: 'THIS_MACHINE',
  ports: 'MSK',
  alarms: 'RECOMMENDED',
  brokersPerZone: '1',
  instanceType: DEFAULT_BROKER_TYPE,
  volumeSizeGiB: '10',
}

/** What the planner is asked. Defaults that mean “as the host can” are left out. */
export function planInput(values: CreateFormValues): CreatePlanInput {
  const { ports, brokersPerZone, volumeSizeGiB, ...rest } = values
  return {
    ...rest,
    brokersPerZone: Number(brokersPerZone),
    volumeSizeGiB: Number(volumeSizeGiB),
    ...(ports === 'BLOCK' ? { ports } : {}),
  }
}

/** Refusals name MSK’s members; these are the fields that say the same. */
const FIELD_OF_MEMBER: Record<string, keyof CreateFormValues> = {
  clusterName: 'clusterName',
  kafkaVersion: 'kafkaVersion',
  instanceType: 'instanceType',
  volumeSize: 'volumeSizeGiB',
  numberOfBrokerNodes: 'brokersPerZone',
  'mosaik:shape': 'shape',
  'mosaik:profile': 'profile',
  'mosaik:access': 'access',
  'mosaik:ports': 'ports',
  'mosaik:alarms': 'alarms',
}

/** A held port is no field’s fault, but this tag is offered as the way out of it. */
export const offersPorts = (message: string): boolean => message.includes('mosaik:ports')

export function fieldOf(member: string | null): keyof CreateFormValues | null {
  if (member === null) return null
  const own = Object.keys(FIRST_VALUES).find((name): name is keyof CreateFormValues => name === member)
  return own ?? FIELD_OF_MEMBER[member] ?? null
}
