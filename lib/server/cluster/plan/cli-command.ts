import type { CreateClusterV2Input } from '@/lib/contract/msk/create-cluster'
import type { PlanPlace } from './plan-request'

/**
 * The AWS CLI command that sends this request to this server. Any credentials do, because signatures are not checked
 * yet, but there must be some: the region is read from the signature.
 */
export function cliCommand({ endpointUrl, region }: PlanPlace, request: CreateClusterV2Input): string {
  const tags = request.tags ?? {}
  return [
    'AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any aws kafka create-cluster-v2',
    `--endpoint-url ${endpointUrl} --region ${region}`,
    `--cluster-name ${quoted(request.clusterName)}`,
    ...(Object.keys(tags).length > 0 ? [`--tags ${tagWords(tags)}`] : []),
    `--provisioned ${quoted(indented(capitalised(request.provisioned)))}`,
  ].join(' \\\n  ')
}

/** In the CLI's short form where it can say them; it reads commas, equal signs and quotes in its own way. */
function tagWords(tags: Readonly<Record<string, string>>): string {
  const isPlain = Object.entries(tags)
    .flat()
    .every((text) => /^[\w:./@+-]+$/.test(text))
  if (!isPlain) return quoted(JSON.stringify(tags))
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(',')
}

/** One member a line, each below the option it belongs to: the review is read before it is pasted. */
const indented = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')

/** The CLI takes members by the names of its model, which begin with a capital; the wire has them in lower case. */
function capitalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(capitalised)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key.charAt(0).toUpperCase() + key.slice(1),
      capitalised(part),
    ]),
  )
}

/** For a POSIX shell: what is not plainly harmless goes into single quotes. */
const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
