import { expect, test } from 'vitest'
import { operationName } from './operation-name'

test.each([
  ['UPDATE', 'UPDATE_CLUSTER_KAFKA_VERSION', 'UPDATE_CLUSTER_KAFKA_VERSION'],
  ['UPDATE', 'UPDATE_BROKER_STORAGE', 'UPDATE_STORAGE'],
  ['UPDATE', 'UPDATE_SOMETHING_ELSE', 'UPDATE'],
  ['UPDATE', null, 'UPDATE'],
  ['REBOOT', 'REBOOT_NODE', 'REBOOT'],
  ['START', null, 'START'],
] as const)('%s of type %s is %s', (kind, mskType, name) => {
  expect(operationName(kind, mskType)).toBe(name)
})
