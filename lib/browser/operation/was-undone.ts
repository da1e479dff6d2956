import type { OperationDetail } from '@/lib/contract/console/clusters'

/** A change that failed and was taken back: its problem is why, and that nothing of it stays is told as an event. */
export const wasUndone = ({ state, events }: Pick<OperationDetail, 'state' | 'events'>): boolean =>
  state === 'FAILED' && events.some(({ parameters }) => isUndone(parameters['problem']))

const isUndone = (problem: unknown): boolean =>
  typeof problem === 'object' && problem !== null && Reflect.get(problem, 'is') === 'undone'
