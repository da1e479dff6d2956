import type { Finding } from '../../finding'
import { isFresh } from '../serving'
import type { World } from '../world'

/**
 * Processes and directories under the cluster's name that no row knows: told, and left alone. They go only with the
 * cluster itself, in `removal`.
 */
export function foreignNodes(world: World): readonly Finding[] {
  const { processes } = world.observed
  if (!isFresh(world, processes)) return []
  const known = new Set(world.rows.map(({ id }) => id))
  return Object.entries(processes.value)
    .filter(([id]) => !known.has(Number(id)))
    .map(([id, proc]) => ({
      is: 'foreignNode',
      node: Number(id),
      hasProcess: proc.state !== 'absent',
      hasDirectory: proc.hasDirectory,
    }))
}
