import { z } from 'zod'
import { endpointOf, formatEndpoint, NODE_ROLES, type NodePlace, type NodeRole } from '@/lib/domain/node'

type PlaceColumns = {
  address: string
  portBase: number
  externalHost: string | null
  externalPort: number | null
}

export const placeOf = ({ address, portBase, externalHost, externalPort }: PlaceColumns): NodePlace => ({
  address,
  portBase,
  external:
    externalHost === null || externalPort === null ? null : { host: externalHost, port: externalPort },
})

export const roleOf = ({ role }: { role: string }): NodeRole => z.enum(NODE_ROLES).parse(role)

/** Where others reach the node: clients a broker, the quorum a voter. */
export function endpointText(role: NodeRole, place: NodePlace): string {
  switch (role) {
    case 'broker':
    case 'combined':
      return formatEndpoint(endpointOf(place, 'client'))
    case 'controller':
      return formatEndpoint(endpointOf(place, 'controller'))
    case 'zookeeper':
      return formatEndpoint(endpointOf(place, 'zookeeper'))
  }
}
