import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { tryRuns } from '../process'

export const getTryRun: Verb<typeof consoleEndpoints.getTryRun> = async ({ input: { clusterId, runId } }) => {
  const run = tryRuns().find(clusterId, runId)
  if (run) return run
  throw notFound(
    'This run is not known: the server was restarted since, or newer runs took its place.',
    'runId',
  )
}
