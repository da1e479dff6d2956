/** What an operation tells besides its rows, as keys that the console words. Parameters are named behind each. */
export const OPERATION_EVENTS = [
  'releasePreparing', // release
  'nodeAssigned', // generation
  'nodeStarting', // generation
  'nodeStopping',
  'nodeKilled', // why
  'nodeExited', // reason
  'nodeUnregistered',
  'settingsTold', // set, removed
  'settingsTakenBack', // removed
  'leadersBack', // nodes
  'partitionsMoving', // count
  'partitionsCalledBack', // count
  'throttled', // rate
  'throttleLifted',
  'throttleGone',
  'brakeNoted',
  'brakeSet', // rate
  'brakeLifted',
  'brakeGone',
  'featureRaised', // feature, level
  'protocolRaised', // protocol
  'directoryRemoved',
  'nodeForgotten',
  'moveFailed', // move, error
  'turnedBack', // problem
  'completed',
  'completedWithWarning', // problem
  'failed', // problem
] as const
export type OperationEventKey = (typeof OPERATION_EVENTS)[number]

/** Told as the release is finalized: from the first of them on there is no way back. */
export const FINALIZING_EVENTS: readonly string[] = [
  'featureRaised',
  'protocolRaised',
] satisfies readonly OperationEventKey[]
