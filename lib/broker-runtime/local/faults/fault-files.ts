import { join } from 'node:path'
import { isClusterId, type NodeDirectory } from '../node/node-directory'

/** Beside the folders of partitions: Kafka reads folders only there, and what lies there counts as used. */
export const fillerFile = (directory: NodeDirectory, drill: string): string =>
  join(directory.data, `${FILLER}${checked(drill)}`)

/** Where a data folder is while it counts as lost. */
export const asideFolder = (directory: NodeDirectory, drill: string): string =>
  join(directory.root, `${ASIDE}${checked(drill)}`)

export const FILLER = '.mosaik-drill-'
export const ASIDE = 'put-aside-'

/** A drill's id becomes the name of a file that is deleted: it must not lead anywhere else. */
function checked(drill: string): string {
  if (!isClusterId(drill)) throw new RangeError(`"${drill}" cannot be the id of a drill.`)
  return drill
}
