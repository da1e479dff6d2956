import { CLOUDWATCH_ERRORS } from '@/lib/contract/cloudwatch/errors'
import { CloudWatchError } from './cloudwatch-error'
import { headersOf, type Protocol } from './protocol'

/**
 * The query protocol of older CLIs and SDKs: the input is a form, with `Dimensions.member.1.Name=…` for what is
 * nested; the reply is XML.
 */
const XML_NAMESPACE = 'http://monitoring.amazonaws.com/doc/2010-08-01/'
const MEMBERS_MAX = 20_000
const DEPTH_MAX = 16

const formOf = (body: Uint8Array) => new URLSearchParams(new TextDecoder().decode(body))

export const queryProtocol: Protocol = {
  operationOf: ({ body }) => formOf(body).get('Action') ?? '',
  read(body) {
    const root: Branch = new Map()
    const form = [...formOf(body)].filter(([key]) => key !== 'Action' && key !== 'Version')
    if (form.length > MEMBERS_MAX) throw malformed('has more members than Mosaik reads')
    for (const [key, value] of form) plant(root, key.split('.'), value)
    return grown(root)
  },
  reply({ operation, value, requestId }) {
    const result = value === null ? '' : element(`${operation}Result`, value)
    const metadata = element('ResponseMetadata', { RequestId: requestId })
    return xml(
      `<${operation}Response xmlns="${XML_NAMESPACE}">${result}${metadata}</${operation}Response>`,
      200,
      requestId,
    )
  },
  problem({ code, message }, requestId) {
    const { status } = CLOUDWATCH_ERRORS[code]
    const error = { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message }
    return xml(
      `<ErrorResponse xmlns="${XML_NAMESPACE}">${element('Error', error)}${element('RequestId', requestId)}</ErrorResponse>`,
      status,
      requestId,
    )
  },
}

/** Maps, because a caller may name a member `__proto__`. */
type Branch = Map<string, string | Branch>

function plant(root: Branch, path: readonly string[], value: string): void {
  if (path.length > DEPTH_MAX) throw malformed('is nested deeper than Mosaik reads')
  let branch = root
  for (const name of path.slice(0, -1)) {
    const found = branch.get(name) ?? new Map<string, string | Branch>()
    if (typeof found === 'string') throw malformed(`has a value and members under ${path.join('.')}`)
    branch.set(name, found)
    branch = found
  }
  branch.set(path.at(-1) ?? '', value)
}

function grown(branch: Branch): unknown {
  const members = branch.get('member')
  if (members instanceof Map && branch.size === 1) {
    return [...members]
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([, member]) => (typeof member === 'string' ? member : grown(member)))
  }
  return Object.fromEntries(
    [...branch].map(([name, part]) => [name, typeof part === 'string' ? part : grown(part)]),
  )
}

const malformed = (what: string) => new CloudWatchError('MalformedInput', `The form ${what}.`)

function xml(document: string, status: number, requestId: string): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${document}`, {
    status,
    headers: { ...headersOf(requestId), 'content-type': 'text/xml' },
  })
}

const element = (name: string, value: unknown): string => `<${name}>${content(value)}</${name}>`

function content(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Map)
    return [...value].map(([key, part]) => element('entry', { key, value: part })).join('')
  if (Array.isArray(value)) return value.map((member) => element('member', member)).join('')
  if (typeof value !== 'object' || value === null) return escaped(String(value))
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => element(name, part))
    .join('')
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML 1.0 cannot hold at all is left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
