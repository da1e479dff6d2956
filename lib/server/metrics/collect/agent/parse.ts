import { z } from 'zod'
import { valueKey } from '@/lib/domain/metrics/sample'
import type { Moment } from '@/lib/domain/metrics/rates'

/** What the agent answers is looked at by hand: a schema over some thousand topics would cost more than the reading. */

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const momentSchema = z.object({ StartTime: z.number(), Uptime: z.number() })

export function momentOf(runtime: unknown): Moment {
  const { StartTime, Uptime } = momentSchema.parse(runtime)
  return { startedAt: StartTime, uptimeMs: Uptime }
}

/** Attributes that are numbers: what a node does not have comes as no attribute, what is no number is none. */
export function numbersOf(value: unknown): readonly [attribute: string, value: number][] {
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([attribute, number]): [string, number][] =>
    typeof number === 'number' && Number.isFinite(number) ? [[attribute, number]] : [],
  )
}

export type AgentRow = {
  /** Of the MBean's name. */
  properties: Readonly<Record<string, string>>
  numbers: Readonly<Record<string, number>>
}

/** The answer to a pattern: one row an MBean. */
export const rowsOf = (value: unknown): readonly AgentRow[] =>
  entriesOf(value).map(([mbean, attributes]) => ({
    properties: propertiesOf(mbean),
    numbers: Object.fromEntries(numbersOf(attributes)),
  }))

export const entriesOf = (value: unknown): readonly [mbean: string, attributes: unknown][] =>
  isRecord(value) ? Object.entries(value) : []

/** `domain:key=value,key=value`; quoted values keep what is between the quotes. */
export function propertiesOf(mbean: string): Record<string, string> {
  const list = mbean.slice(mbean.indexOf(':') + 1)
  const pairs = [...list.matchAll(/([^=,]+)=("(?:[^"\\]|\\.)*"|[^,]*)/g)]
  return Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, unquoted(value)]))
}

const unquoted = (value: string): string =>
  value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value

/** MSK's codes for the words of ZooKeeper's client. */
const SESSION_STATES: Readonly<Record<string, number>> = {
  NOT_CONNECTED: 0,
  ASSOCIATING: 0.1,
  CONNECTING: 0.5,
  CONNECTEDREADONLY: 0.8,
  CONNECTED: 1,
  CLOSED: 5,
  AUTH_FAILED: 10,
}

const SESSION = 'kafka.server:type=SessionExpireListener,name=SessionState'

export function sessionState(value: unknown): [key: string, code: number] | null {
  const word = isRecord(value) ? value['Value'] : null
  const code = typeof word === 'string' ? SESSION_STATES[word] : undefined
  return code === undefined ? null : [valueKey(SESSION, 'Value'), code]
}
