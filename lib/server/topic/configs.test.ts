import { expect, test } from 'vitest'
import { decodeConfigs, encodeConfigs } from './configs'

const base64 = (text: string) => Buffer.from(text).toString('base64')

test.each<[string, string, Record<string, string>]>([
  [
    'lines',
    'retention.ms=60000\ncleanup.policy=compact,delete',
    { 'retention.ms': '60000', 'cleanup.policy': 'compact,delete' },
  ],
  ['Windows lines, space, comments', '# mine\r\n a = b=c \r\n\r\n', { a: 'b=c' }],
  [
    'JSON',
    '{"retention.ms": 60000, "cleanup.policy": "compact"}',
    { 'retention.ms': '60000', 'cleanup.policy': 'compact' },
  ],
  ['nothing', '', {}],
])('%s', (_, text, configs) => {
  expect(decodeConfigs(base64(text))).toEqual(configs)
})

test.each([
  ['retention.ms=60000'],
  [base64('=x')],
  [base64('no equals sign')],
  [base64('{"a":')],
  [base64('\u{d8}') + '!!'],
  ['/////w=='],
])('%s is refused', (encoded) => {
  expect(() => decodeConfigs(encoded)).toThrow(/configs/)
})

test('only what is set on the topic itself goes out', () => {
  const encoded = encodeConfigs([
    { name: 'retention.ms', value: '60000', source: 'DYNAMIC_TOPIC_CONFIG' },
    { name: 'min.insync.replicas', value: '2', source: 'STATIC_BROKER_CONFIG' },
    { name: 'secret', value: null, source: 'DYNAMIC_TOPIC_CONFIG' },
  ])
  expect(Buffer.from(encoded, 'base64').toString()).toBe('retention.ms=60000')
})

test('left out is left out', () => {
  expect(decodeConfigs(undefined)).toBeUndefined()
})
