import type { ClusterAccess, ClusterSpecification } from '@/lib/domain/cluster'
import { servesClients } from '@/lib/domain/node'
import { environment } from '../../env'
import { database } from '../../process'
import { findExternalPorts } from '../create/places'
import { NoPlaceLeft } from '../create/refusal'
import { NO_ADVERTISED_HOST } from '../create/prepare'
import { roleOf } from '../place-of'
import type { Changed } from './changed'
import { clusterBehaviour } from './cluster-behaviour'

const FIELD = 'publicAccess'
type Row = { id: string; arn: string; name: string; region: string }

/**
 * Brokers begin, or cease, to listen for other machines too. They keep their ports for it: whoever knew them finds
 * them again. MSK lets others in only where clients have to say who they are, and so does a cluster that behaves as
 * MSK: a rehearsal must be true there.
 */
export async function changeAccess(
  row: Row,
  source: ClusterSpecification,
  access: ClusterAccess,
): Promise<Changed> {
  const refused = (message: string): Changed => ({
    refusals: [{ field: FIELD, message }],
    specification: source,
  })
  if (access === source.access) return refused(IS_SO[access])
  const specification = { ...source, access }
  if (access === 'THIS_MACHINE') return { refusals: [], specification }
  if ((await clusterBehaviour(row.arn)) === 'MSK') return refused(AS_MSK)
  const { advertisedHost } = environment()
  if (advertisedHost === null) return refused(NO_ADVERTISED_HOST)
  try {
    return { refusals: [], specification, opened: await opened(row, advertisedHost) }
  } catch (error) {
    if (error instanceof NoPlaceLeft) return refused(error.refusal.message)
    throw error
  }
}

const AS_MSK =
  "Public access can't be turned on: the cluster allows unauthenticated access in plaintext, and MSK lets nobody in from outside as long as it does. Let it behave as assisted (the tag mosaik:behaviour) to open it to other machines all the same."

const IS_SO: Readonly<Record<ClusterAccess, string>> = {
  THIS_MACHINE: 'The request changes nothing: only this machine connects to the cluster already.',
  OTHER_MACHINES: 'The request changes nothing: other machines connect to the cluster already.',
}

async function opened({ id, name, region }: Row, host: string): Promise<Required<Changed>['opened']> {
  const nodes = await database().node.findMany({ where: { clusterId: id }, orderBy: { nodeId: 'asc' } })
  const brokers = nodes.filter((node) => servesClients(roleOf(node)))
  const ports = await findExternalPorts({ region, clusterName: name }, brokers)
  return [...ports].map(([nodeId, port]) => ({ nodeId, external: { host, port } }))
}
