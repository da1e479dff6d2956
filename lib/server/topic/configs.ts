import { badRequest } from '../http/api-error'
import type { TopicConfig } from '../kafka/topics/describe-topic'

/**
 * Topic configs on the wire: base64 of `key=value` lines. The model calls the member a string, so SDKs do not encode
 * it; the caller does. A JSON object instead of lines is understood too, because Terraform sends one.
 */
export function decodeConfigs(encoded: string | undefined): Record<string, string> | undefined {
  if (encoded === undefined) return undefined
  const text = decodeBase64(encoded).trim()
  return text.startsWith('{') ? fromJson(text) : fromLines(text)
}

/** What is set on the topic itself, as lines. */
export function encodeConfigs(configs: readonly TopicConfig[]): string {
  const lines = configs
    .filter(({ source, value }) => source === 'DYNAMIC_TOPIC_CONFIG' && value !== null)
    .map(({ name, value }) => `${name}=${value}`)
  return Buffer.from(lines.join('\n')).toString('base64')
}

function decodeBase64(encoded: string): string {
  if (!/^[\s\w+/-]*={0,2}\s*$/.test(encoded)) throw notBase64()
  const text = Buffer.from(encoded, 'base64').toString()
  if (text.includes('\ufffd')) throw notBase64()
  return text
}

function fromLines(text: string): Record<string, string> {
  const entries = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): [string, string] => {
      const at = line.indexOf('=')
      if (at < 1) throw badRequest(`The line "${line}" of configs is not of the form key=value.`, 'configs')
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    })
  return Object.fromEntries(entries)
}

function fromJson(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, String(part)]))
    }
  } catch {
    // Told below, like every other text that is none of both.
  }
  throw badRequest('configs decodes to neither key=value lines nor a JSON object.', 'configs')
}

const notBase64 = () =>
  badRequest('configs is base64 of key=value lines: printf "retention.ms=60000" | base64', 'configs')
