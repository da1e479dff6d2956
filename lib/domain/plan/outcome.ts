import type { Outcome, Step, Verdict } from './plan'
import { canGoBack } from './steps/features'
import type { OperationView, World } from './world'

/** It alone ends an operation, or turns it back. `first` is the first step that is not done, if any. */
export function outcome(world: World, first: { step: Step; verdict: Verdict } | undefined): Outcome {
  const { operation } = world
  if (operation === null) return { is: 'goOn' }
  if (first === undefined) return completed(operation)
  if (first.verdict.is !== 'stuck') return { is: 'goOn' }
  const { why } = first.verdict
  switch (operation.kind) {
    case 'CREATE':
    case 'DELETE':
    case 'START':
    case 'STOP':
    case 'REBOOT':
      return { is: 'fail', why }
    case 'UPDATE': {
      const mayTurn = !operation.undoing && operation.sourceGeneration !== null && first.step.undo !== 'never'
      // Not known counts as no: the release before must never meet metadata that it cannot read.
      return mayTurn && canGoBack(world) === true ? { is: 'undo', why } : { is: 'fail', why }
    }
  }
}

/** Back at the source, an operation that turned has failed all the same: the change the user asked for is not there. */
function completed({ undoing }: OperationView): Outcome {
  return undoing ? { is: 'fail', why: { is: 'undone' } } : { is: 'complete', warning: null }
}
