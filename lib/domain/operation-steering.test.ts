import { expect, test } from 'vitest'
import { operationCan } from './operation-steering'

const running = {
  kind: 'UPDATE',
  isOver: false,
  isUndoing: false,
  isTakenBack: false,
  isFinalized: false,
  movesPartitions: true,
}

test.each([
  [{}, true],
  [{ movesPartitions: false }, true],
  [{ isOver: true }, false],
  [{ isUndoing: true }, false],
  [{ isTakenBack: true }, false],
  [{ isFinalized: true }, false],
  [{ kind: 'REBOOT' }, false],
  [{ kind: 'CREATE' }, false],
])('%j may be taken back: %s', (change, may) => {
  expect(operationCan.takeBack({ ...running, ...change }).may).toBe(may)
})

test.each([
  [{}, true],
  [{ isTakenBack: true }, true],
  [{ isFinalized: true }, true],
  [{ isUndoing: true }, false],
  [{ isOver: true }, false],
  [{ kind: 'REBOOT' }, false],
])('%j may be paused: %s', (change, may) => {
  expect(operationCan.pause({ ...running, ...change }).may).toBe(may)
})

test.each([
  [{}, true],
  [{ isUndoing: true }, true],
  [{ movesPartitions: false }, false],
  [{ isOver: true }, false],
])('moves of %j may be steered: %s', (change, may) => {
  expect(operationCan.steerMoves({ ...running, ...change }).may).toBe(may)
})
