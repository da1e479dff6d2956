import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { KAFKA_VERSIONS } from '@/lib/domain/kafka-version'
import type { Verb } from '../http/context'
import { pageInMemory } from '../http/paging'

const VERSIONS = KAFKA_VERSIONS.map(({ name, status }) => ({ version: name, status }))
const indexOf = (name: string): number => VERSIONS.findIndex(({ version }) => version === name)

export const listKafkaVersions: Verb<typeof mskEndpoints.ListKafkaVersions> = async ({ input }) => {
  const { page, next } = pageInMemory('versions', VERSIONS, input, {
    keyOf: ({ version }) => version,
    isAfter: ({ version }, key) => indexOf(version) > indexOf(key),
  })
  return { kafkaVersions: page, ...next }
}
