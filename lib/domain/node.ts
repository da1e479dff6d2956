import { z } from 'zod'

/**
 * What a node process does. `combined` is one KRaft process that is broker and controller at once (the
 * development shape); `zookeeper` is a member of the ensemble that old releases need.
 */
export const NODE_ROLES = ['broker', 'controller', 'combined', 'zookeeper'] as const
export type NodeRole = (typeof NODE_ROLES)[number]

/** Holds partitions and serves clients. */
export const servesClients = (role: NodeRole): boolean => role === 'broker' || role === 'combined'

/** Votes: a KRaft controller or a ZooKeeper server. A majority of these must live for anything to change. */
export const votes = (role: NodeRole): boolean => role !== 'broker'

/** Brokers are numbered from 1 as on MSK; controllers and ZooKeeper servers take a range of their own. */
export const FIRST_CONTROLLER_ID = 10001

export const endpointSchema = z.object({ host: z.string(), port: z.number().int() })
export type Endpoint = z.infer<typeof endpointSchema>

/**
 * Where a node listens. With an address of its own (`portBase` 0) a node has MSK's ports; in the port-block
 * fallback (every node on 127.0.0.1) ports are `portBase + offset`.
 */
export const nodePlaceSchema = z.object({
  address: z.string(),
  portBase: z.number().int(),
  /** A second client listener for containers and other machines: bound on all interfaces, advertised as `host`. */
  external: endpointSchema.nullable(),
})
export type NodePlace = z.infer<typeof nodePlaceSchema>

/** A port that others were once let in by stays the node's own; it listens there only while they are let in. */
export const placeFor = (access: 'THIS_MACHINE' | 'OTHER_MACHINES', place: NodePlace): NodePlace =>
  access === 'OTHER_MACHINES' ? place : { ...place, external: null }

const MSK_PORTS = {
  client: 9092,
  replication: 9091,
  controller: 9093,
  agent: 8778,
  jmxExporter: 11001,
  nodeExporter: 11002,
  zookeeper: 2181,
  zookeeperPeer: 2888,
  zookeeperElection: 3888,
} as const
const BLOCK_OFFSETS = {
  client: 0,
  replication: 1,
  controller: 2,
  agent: 3,
  zookeeper: 4,
  zookeeperPeer: 5,
  zookeeperElection: 6,
  jmxExporter: 7,
  nodeExporter: 8,
} as const
export type PortName = keyof typeof MSK_PORTS

/** Ports taken by one node in the port-block fallback. */
export const PORT_BLOCK_SIZE = 10

export function endpointOf(place: NodePlace, port: PortName): Endpoint {
  const number = place.portBase === 0 ? MSK_PORTS[port] : place.portBase + BLOCK_OFFSETS[port]
  return { host: place.address, port: number }
}

/** Every port a node binds on its own address; what must be free before it starts. */
export const portsOf = ({
  role,
  jmxExporter,
}: Pick<NodeSpecification, 'role' | 'jmxExporter'>): readonly PortName[] =>
  jmxExporter === true ? [...rolePorts(role), 'jmxExporter'] : rolePorts(role)

function rolePorts(role: NodeRole): readonly PortName[] {
  switch (role) {
    case 'broker':
      return ['client', 'replication', 'agent']
    case 'combined':
      return ['client', 'replication', 'controller', 'agent']
    case 'controller':
      return ['controller', 'agent']
    case 'zookeeper':
      return ['zookeeper', 'zookeeperPeer', 'zookeeperElection', 'agent']
  }
}

export const formatEndpoint = ({ host, port }: Endpoint): string => `${host}:${port}`

/**
 * Everything one process is built from. Two nodes with equal specifications run alike; its hash is what a node
 * "is assigned" and "was started with". It holds no path and no pid: those are the driver's.
 */
export const nodeSpecificationSchema = z.object({
  nodeId: z.number().int(),
  role: z.enum(NODE_ROLES),
  /** Exact Apache release, such as 4.3.1. A ZooKeeper node carries the one its brokers had when it was made. */
  release: z.string(),
  kafkaClusterId: z.string(),
  place: nodePlaceSchema,
  /** server.properties (or zoo.cfg for ZooKeeper) without the lines that name directories: the driver adds those. */
  properties: z.record(z.string(), z.string()),
  jvm: z.object({
    heapMinMiB: z.number().int(),
    heapMaxMiB: z.number().int(),
    profile: z.enum(['lab', 'server']),
  }),
  /** Prometheus' JMX exporter is loaded into the node. Left out where it is not, as before it could be. */
  jmxExporter: z.literal(true).optional(),
  /** Raised to ask for a restart without any other change. */
  restartToken: z.number().int(),
})
export type NodeSpecification = z.infer<typeof nodeSpecificationSchema>
