import { z } from 'zod'

/** ARNs as MSK writes them: `arn:aws:kafka:<region>:<account>:cluster/<name>/<uuid>-<n>`. */
export const DEFAULT_ACCOUNT = '000000000000'

/** The small number after the uuid on MSK is the cell; there is one here. */
const CELL = 1

const clusterArnSchema = z
  .string()
  .regex(/^arn:aws:kafka:[a-z0-9-]+:\d{12}:cluster\/[0-9A-Za-z][0-9A-Za-z-]{0,63}\/[0-9a-f-]{36}-\d+$/)

export type ClusterArnParts = { region: string; account: string; name: string; uuid: string }

export const clusterArn = (parts: ClusterArnParts): string =>
  `arn:aws:kafka:${parts.region}:${parts.account}:cluster/${parts.name}/${parts.uuid}-${CELL}`

export function parseClusterArn(arn: string): ClusterArnParts | null {
  if (!clusterArnSchema.safeParse(arn).success) return null
  const [, , , region = '', account = '', resource = ''] = arn.split(':')
  const [, name = '', tail = ''] = resource.split('/')
  return { region, account, name, uuid: tail.slice(0, 36) }
}

export const operationArn = (cluster: ClusterArnParts, uuid: string): string =>
  `arn:aws:kafka:${cluster.region}:${cluster.account}:cluster-operation/${cluster.name}/${cluster.uuid}-${CELL}/${uuid}`

const operationArnSchema = z
  .string()
  .regex(
    /^arn:aws:kafka:[a-z0-9-]+:\d{12}:cluster-operation\/[0-9A-Za-z][0-9A-Za-z-]{0,63}\/[0-9a-f-]{36}-\d+\/[0-9a-f-]{36}$/,
  )

export function parseOperationArn(arn: string): { region: string; account: string } | null {
  if (!operationArnSchema.safeParse(arn).success) return null
  const [, , , region = '', account = ''] = arn.split(':')
  return { region, account }
}

/** An operation is shown under the last part of its ARN. */
export const operationIdOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

const CONFIGURATION_ARN =
  /^arn:aws:kafka:([a-z0-9-]+):(\d{12}):configuration\/[0-9A-Za-z][0-9A-Za-z-]*\/[0-9a-f-]{36}-\d+$/

export const configurationArn = (of: {
  region: string
  account: string
  name: string
  uuid: string
}): string => `arn:aws:kafka:${of.region}:${of.account}:configuration/${of.name}/${of.uuid}-${CELL}`

export function parseConfigurationArn(arn: string): { region: string; account: string } | null {
  const [, region, account] = CONFIGURATION_ARN.exec(arn) ?? []
  return region === undefined || account === undefined ? null : { region, account }
}

export const configurationNameOf = (arn: string): string => arn.split('/')[1] ?? arn

export const topicArn = (cluster: ClusterArnParts, topic: string): string =>
  `arn:aws:kafka:${cluster.region}:${cluster.account}:topic/${cluster.name}/${cluster.uuid}-${CELL}/${topic}`

export const groupArn = (cluster: ClusterArnParts, group: string): string =>
  `arn:aws:kafka:${cluster.region}:${cluster.account}:group/${cluster.name}/${cluster.uuid}-${CELL}/${group}`

export const nodeArn = (cluster: ClusterArnParts, uuid: string): string =>
  `arn:aws:kafka:${cluster.region}:${cluster.account}:broker/${cluster.name}/${cluster.uuid}-${CELL}/${uuid}`

const VERSION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** `currentVersion` looks like MSK's (`K` and 13 capitals or digits) and is compared by equality only. */
export function versionToken(random: Uint8Array): string {
  const letters = Array.from(random.slice(0, 13), (byte) =>
    VERSION_ALPHABET.charAt(byte % VERSION_ALPHABET.length),
  )
  return `K${letters.join('')}`
}
