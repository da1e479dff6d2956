import { expect, test } from 'vitest'
import { chosenInfo, readChoice, sameAgain } from './choice'

const ARN = 'arn:aws:kafka:us-east-1:000000000000:configuration/shop/1-1'

test.each([
  ['', '', { is: 'open' }],
  ['', '3', { is: 'open' }],
  ['default', '', { is: 'default' }],
  [ARN, '', { is: 'configuration', arn: ARN, revision: null }],
  [ARN, '2', { is: 'configuration', arn: ARN, revision: 2 }],
  [ARN, '2x', { is: 'configuration', arn: ARN, revision: null }],
])('the address %j, %j names a choice', (configuration, revision, choice) => {
  expect(readChoice(configuration, revision)).toEqual(choice)
})

test('a plan is asked for once it is known about what', () => {
  const known = [{ arn: ARN, latestRevision: { revision: 4 } }]
  expect(chosenInfo({ is: 'open' }, known)).toBeUndefined()
  expect(chosenInfo({ is: 'default' }, undefined)).toBeNull()
  expect(chosenInfo({ is: 'configuration', arn: ARN, revision: null }, known)).toEqual({
    arn: ARN,
    revision: 4,
  })
  expect(chosenInfo({ is: 'configuration', arn: ARN, revision: null }, undefined)).toBeUndefined()
  expect(chosenInfo({ is: 'configuration', arn: ARN, revision: 2 }, undefined)).toEqual({
    arn: ARN,
    revision: 2,
  })
})

test('what a cluster has can be asked for once more', () => {
  expect(sameAgain({ arn: ARN, revision: 2 })).toEqual({ configuration: ARN, revision: 2 })
  expect(sameAgain(null)).toEqual({ configuration: 'default' })
})
