// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { Kafka, logLevel } from 'kafkajs'
import { quantile } from './statistics.mjs'

/** What a user does with the API, timed. Every helper takes the server's address. */

/**
 * @param {string} url
 * @param {string} path
 * @param {{ method?: string, body?: unknown }} [request]
 */
export async function api(url, path, { method = 'GET', body } = {}) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok)
    throw Object.assign(new Error(`${method} ${path}: ${response.status} ${text}`), {
      status: response.status,
    })
  return text === '' ? {} : JSON.parse(text)
}

/** @param {string} name @param {'msk' | 'development'} shape */
export const createRequest = (name, shape) => ({
  clusterName: name,
  tags: shape === 'development' ? { 'mosaik:shape': 'development' } : {},
  provisioned: {
    kafkaVersion: '4.3.1',
    numberOfBrokerNodes: shape === 'development' ? 1 : 3,
    brokerNodeGroupInfo: {
      instanceType: 'kafka.m5.large',
      clientSubnets: shape === 'development' ? ['subnet-1a'] : ['subnet-1a', 'subnet-1b', 'subnet-1c'],
      storageInfo: { ebsStorageInfo: { volumeSize: 1 } },
    },
  },
})

/**
 * From the CreateCluster call to ACTIVE and to an outside client's first acks=all record on a fully replicated topic.
 *
 * @param {string} url
 * @param {string} name
 * @param {'msk' | 'development'} shape
 */
export async function createTimed(url, name, shape) {
  const startedAt = performance.now()
  const { clusterArn } = await api(url, '/api/v2/clusters', {
    method: 'POST',
    body: createRequest(name, shape),
  })
  const path = `/v1/clusters/${encodeURIComponent(clusterArn)}`
  await until(async () => {
    const { clusterInfo } = await api(url, path)
    if (clusterInfo.state === 'FAILED') throw new Error(`creation failed: ${clusterInfo.stateInfo?.message}`)
    return clusterInfo.state === 'ACTIVE'
  })
  const activeMs = performance.now() - startedAt
  const { bootstrapBrokerString } = await api(url, `${path}/bootstrap-brokers`)
  await firstRecord(bootstrapBrokerString, shape === 'development' ? 1 : 3)
  return {
    arn: clusterArn,
    bootstrap: bootstrapBrokerString,
    activeMs,
    firstRecordMs: performance.now() - startedAt,
  }
}

/** @param {string} bootstrap @param {number} replicas */
async function firstRecord(bootstrap, replicas) {
  const kafka = new Kafka({
    brokers: bootstrap.split(','),
    logLevel: logLevel.NOTHING,
    retry: { initialRetryTime: 50, maxRetryTime: 200, retries: 100 },
  })
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({
    waitForLeaders: false,
    topics: [{ topic: 'bench', numPartitions: 1, replicationFactor: replicas }],
  })
  const producer = kafka.producer()
  await producer.connect()
  await producer.send({ topic: 'bench', acks: -1, messages: [{ value: 'first' }] })
  await until(async () => {
    const { topics } = await admin.fetchTopicMetadata({ topics: ['bench'] })
    return topics[0]?.partitions[0]?.isr.length === replicas
  })
  await Promise.all([producer.disconnect(), admin.disconnect()])
}

/**
 * Replicated thrice, each with its leader.
 *
 * @param {string} bootstrap
 * @param {readonly string[]} names
 * @param {number} numPartitions
 */
export async function createTopics(bootstrap, names, numPartitions) {
  const kafka = new Kafka({ brokers: bootstrap.split(','), logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  const topics = names.map((topic) => ({ topic, numPartitions, replicationFactor: 3 }))
  await admin.createTopics({ waitForLeaders: false, topics })
  await until(() => haveLeaders(admin, names))
  await admin.disconnect()
}

/** A broker that has not heard of them yet says that there are none. @param {import('kafkajs').Admin} admin @param {readonly string[]} names */
async function haveLeaders(admin, names) {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [...names] })
    return topics.every(({ partitions }) => partitions.every(({ isr }) => isr.length === 3))
  } catch {
    return false
  }
}

/** From the DeleteCluster call to 404. @param {string} url @param {string} arn */
export async function deleteTimed(url, arn) {
  const path = `/v1/clusters/${encodeURIComponent(arn)}`
  const startedAt = performance.now()
  await api(url, path, { method: 'DELETE' })
  await until(async () => {
    try {
      await api(url, path)
      return false
    } catch (error) {
      if (error instanceof Error && 'status' in error && error.status === 404) return true
      throw error
    }
  })
  return performance.now() - startedAt
}

/** From asking for power off to all processes gone, data kept. @param {string} url @param {string} clusterId */
export async function stopTimed(url, clusterId) {
  const startedAt = performance.now()
  const { operationId } = await api(url, `/api/console/clusters/${clusterId}/power`, {
    method: 'POST',
    body: { power: 'off' },
  })
  await until(async () => (await api(url, `/api/console/operations/${operationId}`)).endedAt !== null)
  return performance.now() - startedAt
}

/** @param {string} url @param {string} arn */
export async function describeP99(url, arn) {
  const path = `/v1/clusters/${encodeURIComponent(arn)}`
  /** @type {Promise<number>[]} */
  const calls = []
  for (let index = 0; index < 1000; index++) {
    const startedAt = performance.now()
    calls.push(api(url, path).then(() => performance.now() - startedAt))
    await sleep(20)
  }
  return quantile(await Promise.all(calls), 0.99)
}

/** @param {() => Promise<boolean>} condition */
export async function until(condition) {
  const deadline = performance.now() + 120_000
  while (performance.now() < deadline) {
    if (await condition()) return
    await sleep(50)
  }
  throw new Error('waited two minutes in vain')
}
