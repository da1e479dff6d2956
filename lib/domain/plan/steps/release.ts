import { LOOK_DEADLINE_MS, RELEASE_DEADLINE_MS, RELEASE_RETRY_MS } from '../deadlines'
import type { Step, Waiting } from '../plan'
import { isFresh, shallRun } from '../serving'
import type { World } from '../world'

/** The jars and the class-data archive of the release are there. */
export const release: Step = {
  name: 'release',
  undo: 'free',
  applies: shallRun,
  rows(world) {
    const seen = world.observed.release
    if (!isFresh(world, seen)) return [{ step: 'release', node: null, phase: 'waiting', why: look }]
    switch (seen.value.state) {
      case 'ready':
        return [{ step: 'release', node: null, phase: 'done', why: null }]
      case 'failed': {
        const why = { is: 'releaseFailed', release: world.desired.release, why: seen.value.why } as const
        return [{ step: 'release', node: null, phase: 'failed', why }]
      }
      case 'missing':
      case 'preparing':
        return [{ step: 'release', node: null, phase: 'fetching', why: preparing(world) }]
    }
  },
  judge(world) {
    const seen = world.observed.release
    if (!isFresh(world, seen)) return { is: 'wait', why: look, deadlineMs: LOOK_DEADLINE_MS }
    switch (seen.value.state) {
      case 'ready':
        return { is: 'done' }
      case 'preparing':
        return { is: 'wait', why: preparing(world), deadlineMs: RELEASE_DEADLINE_MS }
      case 'missing':
        return { is: 'move', moves: [{ do: 'prepareRelease', release: world.desired.release }] }
      case 'failed':
        // An earlier operation may have failed on it: each new one has it tried once more.
        if (isYoung(world)) {
          return { is: 'move', moves: [{ do: 'prepareRelease', release: world.desired.release }] }
        }
        return {
          is: 'stuck',
          why: { is: 'releaseFailed', release: world.desired.release, why: seen.value.why },
        }
    }
  },
}

const isYoung = ({ operation, now }: World): boolean =>
  operation !== null && now - operation.startedAt < RELEASE_RETRY_MS

const look: Waiting = { for: 'look', what: 'release' }

function preparing(world: World): Waiting {
  const seen = world.observed.release
  const doing = isFresh(world, seen) && seen.value.state === 'preparing' ? seen.value.doing : ''
  return { for: 'release', release: world.desired.release, doing }
}
