import { z } from 'zod'
import type { Mosaik } from './fixtures'

/** The few API calls that journeys need besides the browser and the AWS CLI. */

export async function createCluster(
  mosaik: Pick<Mosaik, 'url'>,
  name: string,
  tags: Record<string, string> = {},
  configurationInfo?: { arn: string; revision: number },
): Promise<string> {
  const isDevelopment = tags['mosaik:shape'] === 'development'
  const response = await fetch(`${mosaik.url}/api/v2/clusters`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      clusterName: name,
      tags,
      provisioned: {
        kafkaVersion: '4.3.1',
        configurationInfo,
        numberOfBrokerNodes: isDevelopment ? 1 : 3,
        brokerNodeGroupInfo: {
          instanceType: 'kafka.m5.large',
          clientSubnets: isDevelopment ? ['subnet-1a'] : ['subnet-1a', 'subnet-1b', 'subnet-1c'],
          storageInfo: { ebsStorageInfo: { volumeSize: 1 } },
        },
      },
    }),
  })
  if (!response.ok) throw new Error(`${name} was not created: ${await response.text()}`)
  return z.object({ clusterArn: z.string() }).parse(await response.json()).clusterArn
}

export const clusterIdOf = (arn: string): string => arn.split('/')[2]?.slice(0, 36) ?? ''

/** The cluster's state, or `GONE`. */
export async function stateOf(mosaik: Pick<Mosaik, 'url'>, arn: string): Promise<string> {
  const response = await fetch(`${mosaik.url}/v1/clusters/${encodeURIComponent(arn)}`)
  if (response.status === 404) return 'GONE'
  return z.object({ clusterInfo: z.object({ state: z.string() }) }).parse(await response.json()).clusterInfo
    .state
}

/** The bootstrap string of one listener, as the console shows it. */
export async function bootstrapOf(
  mosaik: Pick<Mosaik, 'url'>,
  arn: string,
  listener: string,
): Promise<string> {
  const response = await fetch(`${mosaik.url}/api/console/clusters/${clusterIdOf(arn)}`)
  const detail = z
    .object({ connection: z.array(z.object({ listener: z.string(), bootstrap: z.string() })) })
    .parse(await response.json())
  return detail.connection.find((entry) => entry.listener === listener)?.bootstrap ?? ''
}

export async function deleteCluster(mosaik: Pick<Mosaik, 'url'>, arn: string): Promise<void> {
  await fetch(`${mosaik.url}/v1/clusters/${encodeURIComponent(arn)}`, { method: 'DELETE' })
}

export async function createConfiguration(
  mosaik: Pick<Mosaik, 'url'>,
  name: string,
  text: string,
): Promise<string> {
  const response = await fetch(`${mosaik.url}/v1/configurations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, serverProperties: Buffer.from(text).toString('base64') }),
  })
  return z.object({ arn: z.string() }).parse(await response.json()).arn
}

/** A further revision, as somebody else makes one. */
export async function updateConfiguration(
  mosaik: Pick<Mosaik, 'url'>,
  arn: string,
  text: string,
): Promise<void> {
  await fetch(`${mosaik.url}/v1/configurations/${encodeURIComponent(arn)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ serverProperties: Buffer.from(text).toString('base64') }),
  })
}

/** Asks the server, and reads of the answer what the schema says. */
export async function call<Reply>(
  mosaik: Pick<Mosaik, 'url'>,
  schema: z.ZodType<Reply>,
  path: string,
  method = 'GET',
  body?: object,
): Promise<Reply> {
  const response = await fetch(`${mosaik.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return schema.parse(await response.json())
}

export async function changeHealing(
  mosaik: Pick<Mosaik, 'url'>,
  arn: string,
  healing: 'on' | 'paused',
): Promise<void> {
  const path = `/api/console/clusters/${clusterIdOf(arn)}/healing`
  await call(mosaik, z.object({}), path, 'POST', { healing })
}
