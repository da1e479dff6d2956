import type { Problem, Waiting } from '@/lib/domain/plan/plan'

/** A problem in plain English: for the API and the process log. The console words the data itself. */
export function problemText(problem: Problem): string {
  switch (problem.is) {
    case 'releaseFailed':
      return `Kafka ${problem.release} could not be prepared: ${problem.why}`
    case 'nodeFailed':
      return `Node ${problem.node} failed ${problem.boots} times to start: ${problem.why}`
    case 'noProgress': {
      const waiting = problem.waiting ? ` while waiting for ${waitingText(problem.waiting)}` : ''
      const error = problem.lastError === null ? '' : `: ${problem.lastError}`
      return `No progress for ${Math.round(problem.forMs / 1000)} s in step ${problem.step}${waiting}${error}`
    }
    case 'directoryLost':
      return problem.partition === null
        ? `The data directory of node ${problem.node} is gone.`
        : `The data directory of node ${problem.node} is gone, and with it the only copy in sync of ${problem.partition}.`
    case 'healingPaused': {
      const since = new Date(problem.sinceAt).toISOString()
      return `Node ${problem.node} is down, and healing is paused since ${since}.`
    }
    case 'underReplicated':
      return `${problem.partitions} partitions are still missing replicas.`
    case 'held':
      return heldText(problem)
    case 'settingsRefused':
      return `Kafka does not take ${problem.names.join(', ')}: ${problem.why}`
    case 'cancelled':
      return 'Somebody asked for the change to be taken back.'
    case 'undone':
      return 'The change was taken back: what runs is what ran before.'
  }
}

function heldText({ because, unknown, missing }: Extract<Problem, { is: 'held' }>): string {
  const why =
    because === 'restoredCopy'
      ? 'A copy of the database was put back, and what was changed since is in no record.'
      : 'A later start of Mosaik drove the directories of this cluster than this database knows of.'
  const more = [
    unknown.length > 0 ? ` On this machine, and not in the database: ${unknown.join(', ')}.` : '',
    missing.length > 0 ? ` In the database, and without a directory: ${missing.join(', ')}.` : '',
  ]
  return `${why}${more.join('')} Nothing is done to the cluster until a person has decided on its page.`
}

type AboutContent = Extract<Waiting, { for: 'settings' | 'feature' | 'placement' | 'resumption' | 'drained' }>
const ABOUT_CONTENT: readonly Waiting['for'][] = ['settings', 'feature', 'placement', 'resumption', 'drained']
/** What brokers know and hold, apart from how they stand. */
const isAboutContent = (waiting: Waiting): waiting is AboutContent => ABOUT_CONTENT.includes(waiting.for)

function waitingText(waiting: Waiting): string {
  if (isAboutContent(waiting)) return contentText(waiting)
  switch (waiting.for) {
    case 'release':
      return `Kafka ${waiting.release}`
    case 'quorum':
      return `a quorum of controllers (${waiting.serving} of ${waiting.needed} needed)`
    case 'look':
      return `a look at ${waiting.what}`
    case 'canary':
      return canaryText(waiting.node)
    case 'start':
    case 'answer':
    case 'registration':
    case 'recovery':
    case 'voter':
    case 'catchUp':
    case 'minIsr':
    case 'fencing':
    case 'permit':
    case 'volume':
    case 'soak':
    case 'stop':
    case 'turn':
    case 'boots':
      return `node ${waiting.node} (${waiting.for})`
  }
}

function contentText(waiting: AboutContent): string {
  switch (waiting.for) {
    case 'settings':
      return `node ${waiting.node} to know ${waiting.names.join(', ')}`
    case 'feature':
      return `node ${waiting.node} to know ${waiting.feature} ${waiting.level}`
    case 'placement':
      return `${waiting.partitions} partitions to move (${waiting.partition} …)`
    case 'resumption':
      return `somebody to go on, ${waiting.left} steps are left`
    case 'drained':
      return `node ${waiting.node} to hold no partition any more (it holds ${waiting.partitions}: ${waiting.partition} …)`
  }
}

const canaryText = (node: number | null): string =>
  `a record of Mosaik to go through ${node === null ? 'each broker' : `node ${node}`}`
