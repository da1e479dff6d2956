// @ts-check

/**
 * What shall happen, and when: the same for the same seed. A round is one fault, or two that overlap, and ends when
 * everything is right again.
 *
 * @typedef {'kill' | 'freeze'} Blow
 * @typedef {{ is: Blow, role: 'broker' | 'controller', node: number }} NodeFault
 * @typedef {{ is: 'restart' }} Restart Mosaik itself is killed, and started again.
 * @typedef {{ is: 'operation', what: Change, node: number }} Operation
 * @typedef {NodeFault | Restart | Operation} Fault
 * @typedef {{ first: Fault, second: { fault: Fault, afterMs: number } | null }} Round
 */

export const CHANGES = /** @type {const} */ (['reboot', 'storage', 'configuration'])
/** @typedef {(typeof CHANGES)[number]} Change */

export const BROKERS = [1, 2, 3]
export const CONTROLLERS = [10_001, 10_002, 10_003]

/** A third of the faults come while another one is not healed yet. */
const OVERLAPS = 3
const OVERLAP_AFTER_MS = { least: 500, most: 6_000 }

/**
 * Numbers from 0 up to 1, the same for the same seed (mulberry32, by Tommy Ettinger, public domain).
 *
 * @param {number} seed
 */
export function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Rounds without end. @param {number} seed @returns {Generator<Round, never>} */
export function* rounds(seed) {
  const random = randomOf(seed)
  /** @template Each @param {readonly Each[]} of @returns {Each} */
  const pick = (of) => of[Math.floor(random() * of.length)] ?? fail()
  const fault = () => faultOf(pick)
  for (;;) {
    const first = fault()
    if (Math.floor(random() * OVERLAPS) !== 0) {
      yield { first, second: null }
      continue
    }
    const { least, most } = OVERLAP_AFTER_MS
    const other = fault()
    const afterMs = Math.round(least + random() * (most - least))
    // A change of a cluster that is ill is refused: it comes first, and the blow falls in the middle of it.
    yield other.is === 'operation'
      ? { first: other, second: { fault: first.is === 'operation' ? { is: 'restart' } : first, afterMs } }
      : { first, second: { fault: other, afterMs } }
  }
}

/** @returns {never} */
function fail() {
  throw new Error('There is nothing to pick from.')
}

/** @param {<Each>(of: readonly Each[]) => Each} pick @returns {Fault} */
function faultOf(pick) {
  const is = pick(/** @type {const} */ (['kill', 'kill', 'kill', 'freeze', 'freeze', 'restart', 'operation']))
  if (is === 'restart') return { is }
  if (is === 'operation') return { is, what: pick(CHANGES), node: pick(BROKERS) }
  const role = pick(/** @type {const} */ (['broker', 'broker', 'controller']))
  return { is, role, node: pick(role === 'broker' ? BROKERS : CONTROLLERS) }
}

/** In words. @param {Fault} fault */
export function named(fault) {
  switch (fault.is) {
    case 'restart':
      return 'Mosaik killed and started again'
    case 'operation':
      return fault.what === 'reboot' ? `reboot of broker ${fault.node}` : `change of ${fault.what}`
    case 'kill':
    case 'freeze':
      return `${fault.is === 'kill' ? 'kill' : 'freeze'} ${fault.role} ${fault.node}`
  }
}
