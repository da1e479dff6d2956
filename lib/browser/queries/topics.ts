import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { topicEndpoints } from '@/lib/contract/console/topic-endpoints'
import type { TopicRow } from '@/lib/contract/console/topics'
import { call } from '../call'
import { topicKeys } from './keys'

/** Kafka's own tools tell nobody what they did: within five seconds it is on the page all the same. */
const LOOK_MS = 3_000
const FIGURES_MS = 10_000

export type TopicList = { version: string; at: string; topics: readonly TopicRow[] }

/** A list that did not change is not sent again, and stays the very same one. */
export const topicsQuery = (client: QueryClient, clusterId: string) =>
  queryOptions({
    queryKey: topicKeys.list(clusterId),
    queryFn: async ({ signal }): Promise<TopicList> => {
      const last = client.getQueryData<TopicList>(topicKeys.list(clusterId))
      const reply = await call(
        topicEndpoints.listTopicRows,
        { clusterId, ...(last === undefined ? {} : { known: last.version }) },
        { signal },
      )
      return { version: reply.version, at: reply.at, topics: reply.topics ?? last?.topics ?? [] }
    },
    // Comparing ten thousand rows one by one takes longer than all the rest.
    structuralSharing: false,
    refetchInterval: LOOK_MS,
  })

/** What was done to topics here, from a moment on. */
export const topicChangesQuery = (clusterId: string, since: number) =>
  queryOptions({
    queryKey: [...topicKeys.cluster(clusterId), 'changes', since] as const,
    queryFn: async ({ signal }) =>
      (
        await call(
          topicEndpoints.listTopicChanges,
          { clusterId, since: new Date(since).toISOString() },
          { signal },
        )
      ).changes,
    refetchInterval: FIGURES_MS,
    placeholderData: (before) => before,
  })

export const topicFiguresQuery = (clusterId: string) =>
  queryOptions({
    queryKey: topicKeys.figures(clusterId),
    queryFn: ({ signal }) => call(topicEndpoints.listTopicFigures, { clusterId }, { signal }),
    refetchInterval: ({ state }) => (state.data?.isCounted === false ? false : FIGURES_MS),
  })

export const topicDefaultsQuery = (clusterId: string) =>
  queryOptions({
    queryKey: topicKeys.defaults(clusterId),
    queryFn: ({ signal }) => call(topicEndpoints.getTopicDefaults, { clusterId }, { signal }),
  })

export const topicQuery = (clusterId: string, topicName: string) =>
  queryOptions({
    queryKey: topicKeys.topic(clusterId, topicName),
    queryFn: ({ signal }) => call(topicEndpoints.getTopic, { clusterId, topicName }, { signal }),
    refetchInterval: LOOK_MS,
  })

export const topicSettingsQuery = (clusterId: string, topicName: string) =>
  queryOptions({
    queryKey: topicKeys.settings(clusterId, topicName),
    queryFn: async ({ signal }) =>
      (await call(topicEndpoints.getTopicSettings, { clusterId, topicName }, { signal })).settings,
    refetchInterval: LOOK_MS,
  })
