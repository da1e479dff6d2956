import { z } from 'zod'
import {
  brokerNodeGroupInfoSchema,
  clientAuthenticationSchema,
  configurationInfoSchema,
  encryptionInfoSchema,
  enhancedMonitoringSchema,
  loggingInfoSchema,
  openMonitoringSchema,
  rebalancingSchema,
  storageModeSchema,
} from './cluster-settings'

export const tagsSchema = z.record(z.string(), z.string())

/** What v1 says flat and v2 says under `provisioned`. */
export const provisionedRequestSchema = z.strictObject({
  brokerNodeGroupInfo: brokerNodeGroupInfoSchema,
  rebalancing: rebalancingSchema.optional(),
  clientAuthentication: clientAuthenticationSchema.optional(),
  configurationInfo: configurationInfoSchema.optional(),
  encryptionInfo: encryptionInfoSchema.optional(),
  enhancedMonitoring: enhancedMonitoringSchema.optional(),
  openMonitoring: openMonitoringSchema.optional(),
  kafkaVersion: z.string().min(1).max(128),
  loggingInfo: loggingInfoSchema.optional(),
  numberOfBrokerNodes: z.number().int(),
  storageMode: storageModeSchema.optional(),
})
export type ProvisionedRequest = z.infer<typeof provisionedRequestSchema>

const named = { clusterName: z.string(), tags: tagsSchema.optional() }

export const createClusterInput = provisionedRequestSchema.extend(named)
export const createClusterV2Input = z.strictObject({
  ...named,
  provisioned: provisionedRequestSchema.optional(),
  serverless: z.looseObject({}).optional(),
})
export type CreateClusterV2Input = z.infer<typeof createClusterV2Input>
