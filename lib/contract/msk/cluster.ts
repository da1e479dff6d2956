import { z } from 'zod'
import { CLUSTER_STATES } from '@/lib/domain/cluster'
import {
  brokerNodeGroupInfoSchema,
  clientAuthenticationSchema,
  encryptionInfoSchema,
  enhancedMonitoringSchema,
  loggingInfoSchema,
  openMonitoringSchema,
  storageModeSchema,
} from './cluster-settings'
import { tagsSchema } from './create-cluster'

/** A cluster as MSK describes it: v1 flat (`ClusterInfo`), v2 with the provisioned part nested (`Cluster`). */

export const clusterStateSchema = z.enum(CLUSTER_STATES)
export const clusterTypeSchema = z.enum(['PROVISIONED', 'SERVERLESS'])
export const CLUSTER_TYPE = 'PROVISIONED' satisfies z.infer<typeof clusterTypeSchema>

export const brokerSoftwareInfoSchema = z.object({
  configurationArn: z.string().optional(),
  configurationRevision: z.number().int().optional(),
  kafkaVersion: z.string(),
})

const sharedMembers = {
  activeOperationArn: z.string().optional(),
  clusterArn: z.string(),
  clusterName: z.string(),
  creationTime: z.iso.datetime(),
  currentVersion: z.string(),
  state: clusterStateSchema,
  stateInfo: z.object({ code: z.string().optional(), message: z.string().optional() }).optional(),
  tags: tagsSchema,
}

const provisionedMembers = {
  brokerNodeGroupInfo: brokerNodeGroupInfoSchema,
  clientAuthentication: clientAuthenticationSchema.optional(),
  currentBrokerSoftwareInfo: brokerSoftwareInfoSchema,
  encryptionInfo: encryptionInfoSchema,
  enhancedMonitoring: enhancedMonitoringSchema,
  openMonitoring: openMonitoringSchema,
  loggingInfo: loggingInfoSchema,
  numberOfBrokerNodes: z.number().int(),
  zookeeperConnectString: z.string().optional(),
  storageMode: storageModeSchema,
  customerActionStatus: z.enum(['CRITICAL_ACTION_REQUIRED', 'ACTION_RECOMMENDED', 'NONE']),
}

export const provisionedSchema = z.object(provisionedMembers)
export type Provisioned = z.infer<typeof provisionedSchema>

export const clusterInfoSchema = z.object({ ...sharedMembers, ...provisionedMembers })
export type ClusterInfo = z.infer<typeof clusterInfoSchema>

export const clusterSchema = z.object({
  ...sharedMembers,
  clusterType: clusterTypeSchema,
  provisioned: provisionedSchema,
})
export type Cluster = z.infer<typeof clusterSchema>
