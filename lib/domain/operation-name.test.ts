import { expect, test } from 'vitest'
import { operationName } from './operation-name'

test.each([
  ['UPDATE', 'UPDATE_CLUSTER_KAFKA_VERSION', 'UPDATE_CLUSTER_KAFKA_VERSION'],
  ['UPDATE', 'UPDATE_BROKER_STORAGE', 'UPDATE_STORAGE'],
  ['UPDATE', 'INCREASE_BROKER_COUNT', 'INCREASE_BROKER_COUNT'],
  ['UPDATE', 'UPDATE_SOMETHING_ELSE', 'UPDATE'],
  ['UPDATE', null, 'REBALANCE'],
  ['REBOOT', 'REBOOT_NODE', 'REBOOT'],
  ['START', null, 'START'],
] as const)('%s of type %s is %s', (kind, mskType, name) => {
  expect(operationName(kind, mskType)).toBe(name)
})
