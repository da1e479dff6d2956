import type { z } from 'zod'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { Wishes } from './wishes'

/** The console's request in the words of the domain. */
export const readWishes = (input: z.output<typeof consoleEndpoints.planChange.input>): Wishes => ({
  revision: input.defaultConfiguration ? null : (input.configurationInfo ?? undefined),
  kafkaVersion: input.targetKafkaVersion,
  instanceType: input.targetInstanceType,
  brokerCount: input.targetNumberOfBrokerNodes,
  volumeSizeGiB: input.targetVolumeSizeGB,
  access: input.targetAccess,
  monitoring: input.targetMonitoring,
  placement: input.placement,
})
