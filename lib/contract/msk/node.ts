import { z } from 'zod'
import { brokerSoftwareInfoSchema } from './cluster'

const endpoints = z.array(z.string())

/** One of the three parts is set: a broker, a KRaft controller, or a ZooKeeper server. */
export const nodeInfoSchema = z.object({
  addedToClusterTime: z.string(),
  brokerNodeInfo: z
    .object({
      brokerId: z.number(),
      clientSubnet: z.string(),
      clientVpcIpAddress: z.string(),
      currentBrokerSoftwareInfo: brokerSoftwareInfoSchema,
      endpoints,
    })
    .optional(),
  controllerNodeInfo: z.object({ endpoints }).optional(),
  instanceType: z.string().optional(),
  nodeARN: z.string(),
  /** The model knows only this word; controllers and ZooKeeper servers leave it out. */
  nodeType: z.literal('BROKER').optional(),
  zookeeperNodeInfo: z
    .object({
      clientVpcIpAddress: z.string(),
      endpoints,
      zookeeperId: z.number(),
      zookeeperVersion: z.string().optional(),
    })
    .optional(),
})
export type NodeInfo = z.infer<typeof nodeInfoSchema>
