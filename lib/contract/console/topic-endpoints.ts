import { z } from 'zod'
import { endpoint } from '../endpoint'
import {
  topicChangesSchema,
  topicDefaultsSchema,
  topicDetailSchema,
  topicFiguresSchema,
  topicListSchema,
  topicSettingSchema,
} from './topics'

const clusterPath = z.object({ clusterId: z.string() })
const topicPath = clusterPath.extend({ topicName: z.string() })

export const topicEndpoints = {
  listTopicRows: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/topics',
    /** `known`: the version of the list the caller has, which is not sent again. */
    input: clusterPath.extend({ known: z.string().optional() }),
    reply: topicListSchema,
  }),
  listTopicFigures: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/topic-figures',
    input: clusterPath,
    reply: topicFiguresSchema,
  }),
  listTopicChanges: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/topic-changes',
    input: clusterPath.extend({ since: z.iso.datetime() }),
    reply: topicChangesSchema,
  }),
  getTopicDefaults: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/topic-defaults',
    input: clusterPath,
    reply: topicDefaultsSchema,
  }),
  getTopic: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/topics/{topicName}',
    input: topicPath,
    reply: topicDetailSchema,
  }),
  getTopicSettings: endpoint({
    method: 'GET',
    path: '/api/console/clusters/{clusterId}/topics/{topicName}/settings',
    input: topicPath,
    reply: z.object({ settings: z.array(topicSettingSchema) }),
  }),
  /**
   * MSK's UpdateTopic cannot take a setting back, nor say which value it was edited from. `from` and `to` are the
   * topic's own values; null is none, so `to: null` goes back to the default.
   */
  changeTopicSetting: endpoint({
    method: 'PUT',
    path: '/api/console/clusters/{clusterId}/topics/{topicName}/settings/{settingName}',
    input: topicPath.extend({
      settingName: z.string(),
      from: z.string().nullable().default(null),
      to: z.string().nullable().default(null),
    }),
    reply: z.object({ settings: z.array(topicSettingSchema) }),
  }),
} as const
