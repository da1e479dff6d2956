import type { Move, Problem, Waiting } from './plan'

/** What is to be done about one node that shall be up. */
export type Care =
  | { is: 'fine' }
  | { is: 'move'; move: Move }
  | { is: 'wait'; why: Waiting; deadlineMs: number }
  | { is: 'stuck'; why: Problem }
