import { database } from '../../process'
import { roleOf } from '../place-of'
import { specificationsOf } from '../specification-of'
import { resourcesOf, sumOf, type ResourceSums } from './resources'

/**
 * What clusters on their way up will take of the host. Their processes are not there yet, so the host still calls
 * that memory free: without this, two creations in one second could both fit into the place of one.
 */
export async function promisedResources(): Promise<ResourceSums> {
  const rising = await database().cluster.findMany({
    where: { presence: 'present', activeOperation: { is: { kind: { in: ['CREATE', 'START'] } } } },
    select: { id: true, nodes: { select: { role: true } } },
  })
  if (rising.length === 0) return sumOf([])
  const specifications = await specificationsOf(rising.map(({ id }) => id))
  return sumOf(
    rising.flatMap(({ id, nodes }) => {
      const specification = specifications.get(id)
      return specification ? [resourcesOf(specification, nodes.map(roleOf))] : []
    }),
  )
}
