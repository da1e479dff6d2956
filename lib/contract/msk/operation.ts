import { z } from 'zod'
import { CLUSTER_TYPE } from './cluster'
import {
  configurationInfoSchema,
  connectivityInfoSchema,
  enhancedMonitoringSchema,
  openMonitoringSchema,
} from './cluster-settings'

const errorInfoSchema = z.object({ errorCode: z.string().optional(), errorString: z.string().optional() })

/** Only the attributes that change are set; empty for a reboot. */
const mutableClusterInfoSchema = z.object({
  brokerEBSVolumeInfo: z
    .array(z.object({ kafkaBrokerNodeId: z.string(), volumeSizeGB: z.number().int() }))
    .optional(),
  enhancedMonitoring: enhancedMonitoringSchema.optional(),
  configurationInfo: configurationInfoSchema.optional(),
  kafkaVersion: z.string().optional(),
  instanceType: z.string().optional(),
  numberOfBrokerNodes: z.number().int().optional(),
  openMonitoring: openMonitoringSchema.optional(),
  connectivityInfo: connectivityInfoSchema.optional(),
})
export type MutableClusterInfo = z.infer<typeof mutableClusterInfoSchema>

const shared = {
  clusterArn: z.string(),
  endTime: z.iso.datetime().optional(),
  operationArn: z.string(),
  operationState: z.string(),
  operationType: z.string(),
}

export const clusterOperationInfoSchema = z.object({
  ...shared,
  clientRequestId: z.string(),
  creationTime: z.iso.datetime(),
  errorInfo: errorInfoSchema.optional(),
  sourceClusterInfo: mutableClusterInfoSchema,
  targetClusterInfo: mutableClusterInfoSchema,
})
export type ClusterOperationInfo = z.infer<typeof clusterOperationInfoSchema>

export const clusterOperationV2SummarySchema = z.object({
  ...shared,
  clusterType: z.literal(CLUSTER_TYPE),
  startTime: z.iso.datetime(),
})
export type ClusterOperationV2Summary = z.infer<typeof clusterOperationV2SummarySchema>

export const clusterOperationV2Schema = clusterOperationV2SummarySchema.extend({
  errorInfo: errorInfoSchema.optional(),
  provisioned: z.object({
    sourceClusterInfo: mutableClusterInfoSchema,
    targetClusterInfo: mutableClusterInfoSchema,
  }),
})
export type ClusterOperationV2 = z.infer<typeof clusterOperationV2Schema>
