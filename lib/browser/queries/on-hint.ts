import type { QueryClient } from '@tanstack/react-query'
import type { LiveHint } from '@/lib/contract/console/host'
import {
  alarmKeys,
  chartSetKeys,
  clusterKeys,
  drillKeys,
  groupKeys,
  hostKeys,
  metricKeys,
  operationKeys,
  topicKeys,
} from './keys'

/** While brokers start, hints come many a second, and every question takes from them the CPU they start with. */
const PAUSE_MS = 400

/** Asks again what a hint names: at once, then at most once in a while for all that came meanwhile. */
export function createAsker(client: QueryClient, isHidden: () => boolean) {
  const topics = new Set<string>()
  let pause: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    pause = topics.size === 0 ? undefined : setTimeout(flush, PAUSE_MS)
    for (const topic of topics) void askAgain(client, { topic }, isHidden())
    topics.clear()
  }
  return ({ topic }: Pick<LiveHint, 'topic'>) => {
    topics.add(topic)
    if (pause === undefined) flush()
  }
}

/** A topic nobody asked about costs nothing; a tab nobody looks at asks when it is looked at. */
export async function askAgain(
  client: QueryClient,
  { topic }: Pick<LiveHint, 'topic'>,
  hidden = false,
): Promise<void> {
  const [noun, id] = topic.split('/')
  const refetchType = hidden ? 'none' : 'active'
  await Promise.all(keysOf(noun, id).map((queryKey) => client.invalidateQueries({ queryKey, refetchType })))
}

type QueryKey = readonly string[]

function keysOf(noun: string | undefined, id: string | undefined): readonly QueryKey[] {
  // Whatever begins or ends an operation changes the list of clusters too.
  if (noun === 'clusters') return [clusterKeys.lists(), operationKeys.lists()]
  if (noun === 'cluster') return [id === undefined ? clusterKeys.details() : clusterKeys.detail(id)]
  if (noun === 'operation') return [id === undefined ? operationKeys.all : operationKeys.detail(id)]
  if (noun === 'drill') return [id === undefined ? drillKeys.details : drillKeys.detail(id)]
  // The lag of groups is read together with the metrics.
  if (noun === 'metrics')
    return id === undefined
      ? [metricKeys.all, groupKeys.all]
      : [metricKeys.cluster(id), groupKeys.cluster(id)]
  if (noun === 'charts') return [id === undefined ? chartSetKeys.all : chartSetKeys.cluster(id)]
  if (noun === 'groups') return [id === undefined ? groupKeys.all : groupKeys.cluster(id)]
  if (noun === 'topics') return [id === undefined ? topicKeys.all : topicKeys.cluster(id)]
  if (noun === 'alarms') return [alarmKeys.all]
  return [hostKeys.all]
}
