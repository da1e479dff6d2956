import type { Endpoint } from '@/lib/domain/node'
import { database } from '../../process'
import { clientEndpoints } from '../view/connection'

/** Where the brokers of a cluster are reached by clients. */
export const endpointsOf = async (clusterId: string): Promise<Endpoint[]> =>
  clientEndpoints(await database().node.findMany({ where: { clusterId } }))
