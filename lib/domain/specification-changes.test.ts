import { expect, test } from 'vitest'
import { specificationChanges } from './specification-changes'
import { plainSpecification } from './testing/plain-specification'

test.each([
  [plainSpecification(), plainSpecification(), []],
  [
    plainSpecification({ power: 'off' }),
    plainSpecification({ brokerCount: 6 }),
    [
      { name: 'numberOfBrokerNodes', from: '3', to: '6' },
      { name: 'power', from: 'off', to: 'on' },
    ],
  ],
  [
    plainSpecification({ configuration: { 'log.retention.hours': '168', gone: '1' } }),
    plainSpecification({ configuration: { 'log.retention.hours': '72', added: '2' } }),
    [
      { name: 'added', from: null, to: '2' },
      { name: 'gone', from: '1', to: null },
      { name: 'log.retention.hours', from: '168', to: '72' },
    ],
  ],
  [
    plainSpecification(),
    plainSpecification({
      configurationInfo: { arn: 'arn:aws:kafka:us-east-1:000000000000:configuration/shop/1-1', revision: 2 },
    }),
    [{ name: 'configurationRevision', from: null, to: 'shop 2' }],
  ],
])('only what differs is told, from what to what', (source, target, changes) => {
  expect(specificationChanges(source, target)).toEqual(changes)
})

test('a creation has a target and no source', () => {
  const changes = specificationChanges(null, plainSpecification())
  expect(changes).toContainEqual({ name: 'kafkaVersion', from: null, to: '4.3.1' })
  expect(changes.every(({ from }) => from === null)).toBe(true)
})
