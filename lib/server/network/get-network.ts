import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { defaultSubnets, FIRST_HOST, hostsOf, LAST_HOST } from '@/lib/domain/network'
import { formatEndpoint, placeFor, PORT_BLOCK_SIZE } from '@/lib/domain/node'
import {
  FIRST_BLOCK_PORT,
  FIRST_EXTERNAL_PORT,
  LAST_BLOCK_PORT,
  LAST_EXTERNAL_PORT,
} from '../cluster/create/addresses'
import { placeSubnets } from '../cluster/create/subnets'
import { endpointText, placeOf, roleOf } from '../cluster/place-of'
import { specificationsOf } from '../cluster/specification-of'
import { environment } from '../env'
import type { Verb } from '../http/context'
import { database } from '../process'

/** Addresses are given out over all regions, for loopback is one network; names are told of this region only. */
export const getNetwork: Verb<typeof consoleEndpoints.getNetwork> = async ({ input: { region } }) => {
  const db = database()
  const [stored, nodes] = await Promise.all([
    db.subnet.findMany({ orderBy: [{ zoneId: 'asc' }, { adoptedAt: 'asc' }] }),
    db.node.findMany({
      include: { cluster: { select: { id: true, name: true, region: true } } },
      orderBy: [{ subnetId: 'asc' }, { nodeId: 'asc' }],
    }),
  ])
  const known = stored
    .filter((subnet) => subnet.region === region)
    .map(({ id, zoneId, zoneName, cidr }) => ({ subnetId: id, zoneId, zoneName, cidr }))
  // What the region's first cluster would be given, where it has none yet.
  const { subnets } = placeSubnets({
    region,
    requested: [...new Set([...defaultSubnets(region), ...known].map(({ subnetId }) => subnetId))],
    known,
    blocksInUse: new Set(stored.map(({ cidr }) => cidr)),
    network: environment().network,
  })
  const specifications = await specificationsOf([...new Set(nodes.map(({ cluster }) => cluster.id))])
  const taken = new Set(nodes.map(({ address }) => address))
  const zoneNames = new Map(subnets.map(({ zoneId, zoneName }) => [zoneId, zoneName]))
  return {
    cidr: environment().network,
    advertisedHost: environment().advertisedHost,
    subnets: subnets.map((subnet) => {
      const held = [...hostsOf(subnet.cidr)].filter((address) => taken.has(address)).length
      return {
        ...subnet,
        isStored: known.some(({ subnetId }) => subnetId === subnet.subnetId),
        held,
        free: LAST_HOST - FIRST_HOST + 1 - held,
      }
    }),
    addresses: nodes
      .filter(({ cluster }) => cluster.region === region)
      .map((node) => {
        const access = specifications.get(node.cluster.id)?.access ?? 'THIS_MACHINE'
        const [role, place] = [roleOf(node), placeFor(access, placeOf(node))]
        return {
          address: node.address,
          portBase: node.portBase,
          endpoint: endpointText(role, place),
          externalEndpoint: place.external ? formatEndpoint(place.external) : null,
          nodeId: node.nodeId,
          role,
          clusterId: node.cluster.id,
          clusterName: node.cluster.name,
          subnetId: node.subnetId,
          zoneId: node.zoneId,
          zoneName: zoneNames.get(node.zoneId) ?? node.zoneId,
        }
      }),
    externalPorts: {
      first: FIRST_EXTERNAL_PORT,
      last: LAST_EXTERNAL_PORT,
      held: nodes.filter(({ externalPort }) => externalPort !== null).length,
    },
    blockPorts: {
      first: FIRST_BLOCK_PORT,
      last: LAST_BLOCK_PORT,
      size: PORT_BLOCK_SIZE,
      held: nodes.filter(({ portBase }) => portBase > 0).length,
    },
  }
}
