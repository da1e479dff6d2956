// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { api, createRequest } from './clusters.mjs'
import { startMosaik } from '../e2e/start-mosaik.mjs'

const CLUSTERS = 200
/** Each group of subnets holds 100 clusters of 3 + 3. */
const CLUSTERS_A_GROUP = 100
/** Until the last of them is active and nothing is under way any more. */
const SETTLE_MS = 20_000

/** A Mosaik with 200 clusters on the fake driver. @param {string} network */
export async function startFleet(network) {
  const mosaik = await startMosaik({ network, environment: { MOSAIK_DRIVER: 'fake' } })
  for (let index = 0; index < CLUSTERS; index++) {
    const request = createRequest(`fleet-${index}`, 'msk')
    const group = Math.floor(index / CLUSTERS_A_GROUP)
    if (group > 0)
      request.provisioned.brokerNodeGroupInfo.clientSubnets = ['a', 'b', 'c'].map(
        (zone) => `subnet-${group}-${zone}`,
      )
    await api(mosaik.url, '/api/v2/clusters', { method: 'POST', body: request })
  }
  await sleep(SETTLE_MS)
  return mosaik
}
