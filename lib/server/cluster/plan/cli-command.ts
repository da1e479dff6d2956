import type { CreateClusterV2Input } from '@/lib/contract/msk/create-cluster'

/**
 * The AWS CLI command that sends this request to this server. Any credentials do, because signatures are not checked
 * yet, but there must be some: the region is read from the signature.
 */
export function cliCommand(endpointUrl: string, region: string, request: CreateClusterV2Input): string {
  const tags = Object.entries(request.tags ?? {}).map(([key, value]) => `${key}=${value}`)
  return [
    'AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any aws kafka create-cluster-v2',
    `--endpoint-url ${endpointUrl} --region ${region}`,
    `--cluster-name ${quoted(request.clusterName)}`,
    ...(tags.length > 0 ? [`--tags ${tags.map(quoted).join(' ')}`] : []),
    `--provisioned ${quoted(indented(capitalised(request.provisioned)))}`,
  ].join(' \\\n  ')
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
