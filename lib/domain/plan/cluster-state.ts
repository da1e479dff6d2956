import type { ClusterState } from '../cluster'
import { neededRows, serving } from './serving'
import { fencedNodes } from './volumes'
import type { World } from './world'

/**
 * MSK's word for how a cluster stands, the strongest first. A cluster that is switched off is ACTIVE with its power
 * off: MSK has no word for that. What is not known makes nobody ill.
 */
export function clusterState(world: World): ClusterState {
  const { desired, creation, operation } = world
  if (desired.presence === 'absent') return 'DELETING'
  if (creation === 'failed') return 'FAILED'
  if (creation === 'pending') return 'CREATING'
  if (operation?.kind === 'REBOOT') return 'REBOOTING_BROKER'
  if (operation !== null) return 'UPDATING'
  if (desired.power === 'off') return 'ACTIVE'
  // One that is stopped because its volume is full is not ill: it waits for a person, who must be able to grow it.
  const fenced = fencedNodes(world)
  const isIll = neededRows(world).some((row) => !fenced.has(row.id) && serving(world, row).is === 'no')
  return isIll ? 'HEALING' : 'ACTIVE'
}
