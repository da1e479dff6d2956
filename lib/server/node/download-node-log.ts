import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { systemClock } from '../clock'
import type { Verb } from '../http/context'
import { Download } from '../http/download'
import { runtime } from '../process'
import { findNode } from './find-node'

/** Every byte of a node's log that is kept, rotated files too, under a name that says whose it is and from when. */
export const downloadNodeLog: Verb<typeof consoleEndpoints.downloadNodeLog> = async ({ input }) => {
  const { ref } = await findNode(input.clusterId, input.nodeId)
  const time = new Date(systemClock.now()).toISOString().slice(0, 19).replaceAll(':', '')
  return new Download(`${ref.cluster.name}-${ref.nodeId}-${time}Z.log`, runtime().wholeLog(ref))
}
