import { expect, test } from 'vitest'
import type { NodeIdentity } from '@/lib/domain/kafka-properties'
import { plainSpecification } from '@/lib/domain/testing/plain-specification'
import { canonicalJson, nameSpecification } from './specification-name'

const specification = plainSpecification()
const node = (nodeId: number, address: string): NodeIdentity => ({
  nodeId,
  role: 'broker',
  zoneId: 'use1-az1',
  place: { address, portBase: 0, external: null },
})
const nodes = [node(1, '127.50.1.11'), node(2, '127.50.1.12')]
const named = (change: Partial<typeof specification> = {}, of = nodes[0] ?? node(1, '')) =>
  nameSpecification({ specification: { ...specification, ...change }, kafkaClusterId: 'k', nodes }, of).name

test('equal values have equal texts in whatever order they were written', () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }], e: undefined })).toBe(
    '{"a":[{"c":"x","d":null}],"b":1}',
  )
  expect(canonicalJson({ a: [{ c: 'x', d: null }], b: 1 })).toBe('{"a":[{"c":"x","d":null}],"b":1}')
})

test('two brokers differ by name and are of one kind', () => {
  const [first, second] = nodes.map((each) => named({}, each))
  expect(first?.hash).not.toBe(second?.hash)
  expect(first?.kind).toBe(second?.kind)
})

test('a changed property makes another name and another kind', () => {
  const changed = named({ configuration: { 'num.io.threads': '4' } })
  expect(changed.hash).not.toBe(named().hash)
  expect(changed.kind).not.toBe(named().kind)
})

test('a restart token asks for a restart and breaks no proof', () => {
  const changed = named({ restartTokens: { '1': 1 } })
  expect(changed.hash).not.toBe(named().hash)
  expect(changed.kind).toBe(named().kind)
})

test('power, monitoring level and volume size restart nobody', () => {
  expect(named({ power: 'off', enhancedMonitoring: 'PER_BROKER', volumeSizeGiB: 20 })).toEqual(named())
})
