import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { Verb } from '../http/context'
import { lastGroups } from './last-groups'

export const listGroupRows: Verb<typeof consoleEndpoints.listGroupRows> = async ({ input }) => {
  const { at, lagAt, version, silentBrokers, groups } = await lastGroups(input.clusterId)
  return {
    version,
    at: new Date(at).toISOString(),
    lagAt: lagAt === null ? null : new Date(lagAt).toISOString(),
    silentBrokers: [...silentBrokers],
    groups: version === input.known ? null : [...groups],
  }
}
