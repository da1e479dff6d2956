import type { Outcome, Step, Verdict } from './plan'
import { canGoBack } from './steps/features'
import type { OperationView, World } from './world'

/** It alone ends an operation, or turns it back. `first` is the first step that is not done, if any. */
export function outcome(world: World, first: { step: Step; verdict: Verdict } | undefined): Outcome {
  const { operation } = world
  if (operation === null) return { is: 'goOn' }
  if (first === undefined) return completed(operation)
  if (operation.cancelAsked && mayTurn(world, operation, first.step))
    return { is: 'undo', why: { is: 'cancelled' } }
  if (first.verdict.is !== 'stuck') return { is: 'goOn' }
  const { why } = first.verdict
  switch (operation.kind) {
    case 'CREATE':
    case 'DELETE':
    case 'START':
    case 'STOP':
    case 'REBOOT':
      return { is: 'fail', why }
    case 'UPDATE':
      return mayTurn(world, operation, first.step) ? { is: 'undo', why } : { is: 'fail', why }
  }
}

/** Not known counts as no: the release before must never meet metadata that it cannot read. */
const mayTurn = (world: World, operation: OperationView, step: Step): boolean =>
  operation.kind === 'UPDATE' &&
  !operation.undoing &&
  operation.sourceGeneration !== null &&
  step.undo !== 'never' &&
  operation.sourceIsThere &&
  canGoBack(world) === true

/** Back at the source, an operation that turned has failed all the same: the change the user asked for is not there. */
function completed({ undoing }: OperationView): Outcome {
  return undoing ? { is: 'fail', why: { is: 'undone' } } : { is: 'complete', warning: null }
}
