// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { startLoad } from '../e2e/verifiable-client.mjs'
import { api, createRequest, createTopics, deleteTimed, until } from './clusters.mjs'
import { awayMs, endedOperation } from './operations.mjs'
import { seconds } from './statistics.mjs'

const CLUSTER = 'upgraded'
const [FROM, TO] = ['3.9.2', '4.3.1']
const TOPIC = 'rolled'
const PARTITIONS = 6
const PER_SECOND = 200

/**
 * Another major release while a client writes all the time with acks=all.
 *
 * @param {(what: string, bar: string, measured: string) => void} row
 */
export async function upgradeNumbers(row) {
  const mosaik = await startMosaik({ network: '127.116.0.0/16' })
  const { url } = mosaik
  try {
    const request = createRequest(CLUSTER, 'msk')
    const body = { ...request, provisioned: { ...request.provisioned, kafkaVersion: FROM } }
    const { clusterArn: arn } = await api(url, '/api/v2/clusters', { method: 'POST', body })
    const path = `/v1/clusters/${encodeURIComponent(arn)}`
    await until(async () => (await api(url, path)).clusterInfo.state === 'ACTIVE')
    const { bootstrapBrokerString } = await api(url, `${path}/bootstrap-brokers`)
    await createTopics(bootstrapBrokerString, [TOPIC], PARTITIONS)
    const load = await startLoad(mosaik.env, {
      cluster: CLUSTER,
      release: FROM,
      topic: TOPIC,
      perSecond: PER_SECOND,
    })
    await until(async () => load.acknowledged() > PER_SECOND)

    const { currentVersion } = (await api(url, path)).clusterInfo
    const asked = { currentVersion, targetKafkaVersion: TO }
    const { clusterOperationArn } = await api(url, `${path}/version`, { method: 'PUT', body: asked })
    const { operation } = await endedOperation(url, clusterOperationArn.split('/').at(-1))
    // What a client meets when the last broker is back is part of it.
    await sleep(5_000)
    load.stop()
    const { acknowledged, failed, lost, twice, disorder, longestGapMs } = await load.met()
    row(
      `upgrade ${FROM} to ${TO}, each broker from stop to full ISR, longest of three`,
      '8 s',
      seconds(Math.max(...awayMs(operation))),
    )
    row(
      '… sends of VerifiableProducer during it that failed',
      '0',
      `${failed} of ${acknowledged}; ${lost} lost, ${twice} twice, ${disorder} out of order, longest gap ${seconds(longestGapMs)}`,
    )
    const { receipt } = operation
    row(
      "… on Mosaik's own receipt",
      '0',
      `${receipt.failed} failed of ${receipt.acknowledged}, ${receipt.lost} lost, longest gap ${seconds(receipt.longestGap?.ms ?? 0)}`,
    )
    await deleteTimed(url, arn)
  } finally {
    await mosaik.dispose()
  }
}
