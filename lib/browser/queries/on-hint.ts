import type { QueryClient } from '@tanstack/react-query'
import type { LiveHint } from '@/lib/contract/console/host'
import { clusterKeys } from './clusters'
import { hostKeys } from './host'
import { operationKeys } from './operations'

/** Which questions a hint makes worth asking again. A topic nobody asked about costs nothing. */
export function askAgain(client: QueryClient, { topic }: Pick<LiveHint, 'topic'>): Promise<void> {
  const [noun, id] = topic.split('/')
  return client.invalidateQueries({ queryKey: keyOf(noun, id) })
}

function keyOf(noun: string | undefined, id: string | undefined): readonly string[] {
  if (noun === 'clusters') return clusterKeys.lists()
  if (noun === 'cluster') return id === undefined ? clusterKeys.details() : clusterKeys.detail(id)
  if (noun === 'operation') return id === undefined ? operationKeys.all : operationKeys.detail(id)
  return hostKeys.all
}
