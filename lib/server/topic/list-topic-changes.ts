import { z } from 'zod'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { TOPIC_CHANGES_MAX } from '@/lib/contract/console/topics'
import { parseClusterArn, topicArn } from '@/lib/domain/arn'
import { clusterGone } from '../cluster/find-cluster'
import type { Verb } from '../http/context'
import { database } from '../process'

const DID = {
  CreateTopic: 'created',
  ChangeTopicSetting: 'changed',
  UpdateTopic: 'changed',
  DeleteTopic: 'deleted',
} as const

const detailSchema = z.object({ settingName: z.string().optional(), configs: z.array(z.string()).optional() })

/** Read from the book of who changed what. */
export const listTopicChanges: Verb<typeof consoleEndpoints.listTopicChanges> = async ({
  input: { clusterId, since },
}) => {
  const db = database()
  const cluster = await db.cluster.findUnique({ where: { id: clusterId }, select: { arn: true } })
  const parts = parseClusterArn(cluster?.arn ?? '')
  if (parts === null) throw clusterGone(clusterId)
  const prefix = topicArn(parts, '')
  const rows = await db.audit.findMany({
    where: { at: { gte: new Date(since) }, verb: { in: Object.keys(DID) }, target: { startsWith: prefix } },
    orderBy: { id: 'desc' },
    take: TOPIC_CHANGES_MAX,
  })
  return {
    changes: rows.flatMap(({ at, verb, target, detail }) => {
      const did = Object.entries(DID).find(([name]) => name === verb)?.[1]
      if (did === undefined) return []
      const { settingName, configs = [] } = detailSchema.parse(JSON.parse(detail))
      const settings = settingName === undefined ? configs : [settingName]
      return [{ at: at.toISOString(), topic: target.slice(prefix.length), did, settings }]
    }),
  }
}
