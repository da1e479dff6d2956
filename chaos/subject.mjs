// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { Kafka, logLevel } from 'kafkajs'
import { api, createRequest, createTopics, until } from '../bench/clusters.mjs'

/** The cluster that chaos falls on, and all that is asked of it. */

export const TOPIC = 'kept'
const PARTITIONS = 6
const NAME = 'struck'
/** No replica may lead what it missed: with that nothing acknowledged could be promised. */
const SETTINGS = (/** @type {boolean} */ autoCreate) =>
  `unclean.leader.election.enable=false\nmin.insync.replicas=2\nauto.create.topics.enable=${autoCreate}\n`

/** @typedef {Awaited<ReturnType<typeof createSubject>>} Subject */
/** @typedef {{ nodeId: number, pid: number | null, health: string, isQuorumLeader: boolean }} NodeSeen */

/** @param {string} url */
export async function createSubject(url) {
  const base64 = (/** @type {string} */ text) => Buffer.from(text).toString('base64')
  const { arn: configuration } = await api(url, '/v1/configurations', {
    method: 'POST',
    body: { name: 'clean', serverProperties: base64(SETTINGS(false)) },
  })
  const request = createRequest(NAME, 'msk')
  const configurationInfo = { arn: configuration, revision: 1 }
  const body = { ...request, provisioned: { ...request.provisioned, configurationInfo } }
  const { clusterArn: arn } = await api(url, '/api/v2/clusters', { method: 'POST', body })
  const path = `/v1/clusters/${encodeURIComponent(arn)}`
  await until(async () => (await api(url, path)).clusterInfo.state === 'ACTIVE')
  const { bootstrapBrokerString: bootstrap } = await api(url, `${path}/bootstrap-brokers`)
  await createTopics(bootstrap, [TOPIC], PARTITIONS)
  /** @type {string[]} */
  const brokers = bootstrap.split(',')
  const id = String(arn.split('/')[2]).slice(0, 36)
  let volumeGiB = 1
  let revision = 1

  const version = async () => (await api(url, path)).clusterInfo.currentVersion
  /** @type {Record<import('./schedule.mjs').Change, (node: number) => Promise<unknown>>} */
  const changes = {
    reboot: (node) =>
      api(url, `${path}/reboot-broker`, { method: 'PUT', body: { brokerIds: [String(node)] } }),
    storage: async () => {
      volumeGiB += 1
      const targetBrokerEBSVolumeInfo = [{ kafkaBrokerNodeId: 'All', volumeSizeGB: volumeGiB }]
      const grown = { currentVersion: await version(), targetBrokerEBSVolumeInfo }
      return api(url, `${path}/nodes/storage`, { method: 'PUT', body: grown })
    },
    configuration: async () => {
      revision += 1
      const serverProperties = base64(SETTINGS(revision % 2 === 0))
      await api(url, `/v1/configurations/${encodeURIComponent(configuration)}`, {
        method: 'PUT',
        body: { serverProperties },
      })
      const changed = { currentVersion: await version(), configurationInfo: { arn: configuration, revision } }
      return api(url, `${path}/configuration`, { method: 'PUT', body: changed })
    },
  }

  return {
    arn,
    id,
    name: NAME,
    change: (/** @type {import('./schedule.mjs').Operation} */ { what, node }) => changes[what](node),
    /** @returns {Promise<{ state: string, nodes: NodeSeen[], operation: unknown }>} */
    look: () => api(url, `/api/console/clusters/${id}`),
    /** @returns {Promise<{ kind: string, detectedAt: string, endedAt: string | null, nodeId: number | null }[]>} */
    incidents: async () => (await api(url, `/api/console/clusters/${id}/incidents`)).incidents,
    /** Of each partition its leader and who is in sync, as any broker says that is not one of these. */
    partitions: (/** @type {readonly number[]} */ not) =>
      partitionsSeen(brokers.filter((_, index) => !not.includes(index + 1))),
    /** How the operations ended that were asked for, newest first. @returns {Promise<{ name: string, state: string }[]>} */
    operations: async () => (await api(url, `/api/console/operations?clusterId=${id}`)).operations,
  }
}

/** @param {readonly string[]} brokers */
async function partitionsSeen(brokers) {
  for (const broker of brokers) {
    const admin = new Kafka({
      brokers: [broker],
      logLevel: logLevel.NOTHING,
      connectionTimeout: 1_000,
      requestTimeout: 2_000,
      retry: { retries: 0 },
    }).admin()
    try {
      await admin.connect()
      const { topics } = await admin.fetchTopicMetadata({ topics: [TOPIC] })
      return (topics[0]?.partitions ?? []).map(({ leader, isr }) => ({ leader, isr }))
    } catch {
      // Down, suspended, or without a leader to tell of: another may know.
    } finally {
      await Promise.race([admin.disconnect().catch(() => undefined), sleep(500)])
    }
  }
  return null
}
