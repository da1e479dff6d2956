import { z } from 'zod'
import { MONITORING_LEVELS } from '@/lib/domain/metrics/level'
import type { OpenMonitoring } from '@/lib/domain/open-monitoring'

/**
 * Settings that a create request says and a cluster's description shows in the same shape. Strict everywhere: a
 * member nobody reads is a wish nobody grants, so it is refused by name.
 */

/** A revision of a configuration. */
export const configurationInfoSchema = z.strictObject({ arn: z.string(), revision: z.number().int() })

const switchSchema = z.strictObject({ enabled: z.boolean().optional() })

export const clientAuthenticationSchema = z.strictObject({
  sasl: z.strictObject({ scram: switchSchema.optional(), iam: switchSchema.optional() }).optional(),
  tls: z
    .strictObject({
      certificateAuthorityArnList: z.array(z.string()).optional(),
      enabled: z.boolean().optional(),
    })
    .optional(),
  unauthenticated: switchSchema.optional(),
})

export const CLIENT_BROKER = ['TLS', 'TLS_PLAINTEXT', 'PLAINTEXT'] as const

export const encryptionInfoSchema = z.strictObject({
  encryptionAtRest: z.strictObject({ dataVolumeKMSKeyId: z.string() }).optional(),
  encryptionInTransit: z
    .strictObject({ clientBroker: z.enum(CLIENT_BROKER).optional(), inCluster: z.boolean().optional() })
    .optional(),
})

const exporterSchema = z.strictObject({ enabledInBroker: z.boolean() })

export const openMonitoringSchema = z.strictObject({
  prometheus: z.strictObject({
    jmxExporter: exporterSchema.optional(),
    nodeExporter: exporterSchema.optional(),
  }),
})

export const openMonitoringInfo = ({ jmxExporter, nodeExporter }: OpenMonitoring) => ({
  prometheus: {
    jmxExporter: { enabledInBroker: jmxExporter },
    nodeExporter: { enabledInBroker: nodeExporter },
  },
})

const logDestinationsSchema = z.strictObject({
  cloudWatchLogs: z.strictObject({ enabled: z.boolean(), logGroup: z.string().optional() }).optional(),
  firehose: z.strictObject({ enabled: z.boolean(), deliveryStream: z.string().optional() }).optional(),
  s3: z
    .strictObject({ enabled: z.boolean(), bucket: z.string().optional(), prefix: z.string().optional() })
    .optional(),
})
export type LogDestinations = z.infer<typeof logDestinationsSchema>

export const loggingInfoSchema = z.strictObject({
  brokerLogs: logDestinationsSchema,
  authorizerLogs: logDestinationsSchema.optional(),
})
export type LoggingInfo = z.infer<typeof loggingInfoSchema>

export const enhancedMonitoringSchema = z.enum(MONITORING_LEVELS)

export const storageModeSchema = z.enum(['LOCAL', 'TIERED'])
export const rebalancingSchema = z.strictObject({ status: z.enum(['PAUSED', 'ACTIVE']).optional() })

export const provisionedThroughputSchema = z.strictObject({
  enabled: z.boolean().optional(),
  volumeThroughput: z.number().int().optional(),
})

export const connectivityInfoSchema = z.strictObject({
  publicAccess: z.strictObject({ type: z.string().optional() }).optional(),
  vpcConnectivity: z
    .strictObject({
      clientAuthentication: z
        .strictObject({
          sasl: z.strictObject({ scram: switchSchema.optional(), iam: switchSchema.optional() }).optional(),
          tls: switchSchema.optional(),
        })
        .optional(),
    })
    .optional(),
  networkType: z.enum(['IPV4', 'DUAL']).optional(),
})
export type ConnectivityInfo = z.infer<typeof connectivityInfoSchema>

export const brokerNodeGroupInfoSchema = z.strictObject({
  brokerAZDistribution: z.enum(['DEFAULT']).optional(),
  clientSubnets: z.array(z.string().min(1)),
  instanceType: z.string().min(5).max(32),
  securityGroups: z.array(z.string()).optional(),
  storageInfo: z
    .strictObject({
      ebsStorageInfo: z
        .strictObject({
          provisionedThroughput: provisionedThroughputSchema.optional(),
          volumeSize: z.number().int().optional(),
        })
        .optional(),
    })
    .optional(),
  connectivityInfo: connectivityInfoSchema.optional(),
  zoneIds: z.array(z.string()).optional(),
})
