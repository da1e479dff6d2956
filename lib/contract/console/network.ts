import { z } from 'zod'
import { NODE_ROLES } from '@/lib/domain/node'
import { endpoint } from '../endpoint'

/** Where nodes live: a region's subnets, their blocks, and who holds which address. */
export const heldAddressSchema = z.object({
  address: z.string(),
  /** 0: an address of its own with MSK's ports. */
  portBase: z.number().int(),
  endpoint: z.string(),
  externalEndpoint: z.string().nullable(),
  nodeId: z.number().int(),
  role: z.enum(NODE_ROLES),
  clusterId: z.string(),
  clusterName: z.string(),
  subnetId: z.string(),
  zoneId: z.string(),
  zoneName: z.string(),
})
export type HeldAddress = z.infer<typeof heldAddressSchema>

export const subnetViewSchema = z.object({
  subnetId: z.string(),
  zoneId: z.string(),
  zoneName: z.string(),
  cidr: z.string(),
  /** False for a default subnet that the region's first cluster will bring. */
  isStored: z.boolean(),
  held: z.number().int(),
  free: z.number().int(),
})
export type SubnetView = z.infer<typeof subnetViewSchema>

export const networkViewSchema = z.object({
  /** The block all addresses come from; it stands for the VPC. */
  cidr: z.string(),
  advertisedHost: z.string().nullable(),
  subnets: z.array(subnetViewSchema),
  addresses: z.array(heldAddressSchema),
  externalPorts: z.object({ first: z.number(), last: z.number(), held: z.number() }),
  blockPorts: z.object({ first: z.number(), last: z.number(), size: z.number(), held: z.number() }),
})
export type NetworkView = z.infer<typeof networkViewSchema>

export const networkEndpoints = {
  getNetwork: endpoint({
    method: 'GET',
    path: '/api/console/network',
    input: z.object({ region: z.string().default('us-east-1') }),
    reply: networkViewSchema,
  }),
} as const
