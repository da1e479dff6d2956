import type { SettingDefinition, SettingType } from './setting-definition'

/** Why Kafka would not take a value, as a rule and what it was broken with. */
export type ValueProblem =
  | { rule: 'type'; parameters: { type: SettingType } }
  | { rule: 'range'; parameters: { from: number | null; to: number | null } }
  | { rule: 'oneOf'; parameters: { values: readonly string[] } }

const BITS = { short: 15n, int: 31n, long: 63n } as const

/** Reads a value as Kafka's own definitions do (`org.apache.kafka.common.config.ConfigDef.parseType`). */
export function valueProblem(definition: SettingDefinition, text: string): ValueProblem | null {
  const { type, range, oneOf } = definition
  const value = text.trim()
  if (!hasType(type, value)) return { rule: 'type', parameters: { type } }
  if (range !== null && !isWithin(range, Number(value))) return { rule: 'range', parameters: { ...range } }
  if (oneOf === null) return null
  const said = type === 'list' ? value.split(',').map((each) => each.trim()) : [value]
  return said.every((each) => oneOf.includes(each)) ? null : { rule: 'oneOf', parameters: { values: oneOf } }
}

const isWithin = ({ from, to }: { from: number | null; to: number | null }, value: number): boolean =>
  (from === null || value >= from) && (to === null || value <= to)

function hasType(type: SettingType, value: string): boolean {
  switch (type) {
    case 'boolean':
      return /^(?:true|false)$/i.test(value)
    case 'short':
    case 'int':
    case 'long': {
      if (!/^[+-]?\d+$/.test(value)) return false
      const number = BigInt(value.replace('+', ''))
      return number >= -(2n ** BITS[type]) && number < 2n ** BITS[type]
    }
    case 'double':
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value)
    case 'string':
    case 'list':
    case 'class':
      return value !== ''
  }
}
