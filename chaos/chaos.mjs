// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { startLoad } from '../e2e/verifiable-client.mjs'
import { recordBreaks, roundBreaks } from './judge.mjs'
import { leftOver, databaseTrouble } from './left-over.mjs'
import { named, rounds } from './schedule.mjs'
import { createSubject, TOPIC } from './subject.mjs'

/**
 * `npm run chaos -- --minutes 30 --seed 7`: nodes are killed and suspended, Mosaik is killed, the cluster is changed,
 * one at a time and two at a time, while a client writes all the time; each fault has to be felt, everything has to
 * heal, and at the end every acknowledged record has to be there, once and in order. The same seed is the same chaos.
 */

const RELEASE = '4.3.1'
const PER_SECOND = 300
const FELT_MS = 20_000
const HEALED_MS = 180_000
const QUIET_MS = 8_000
const LOOK_EVERY_MS = 200

/** @typedef {import('./schedule.mjs').Fault} Fault */
/** @typedef {import('./schedule.mjs').NodeFault} NodeFault */
/** @typedef {import('./subject.mjs').Subject} Subject */
/** @typedef {Awaited<ReturnType<typeof startMosaik>>} Mosaik */
/** @typedef {{ fault: Fault, at: number, pid: number | null }} Struck */

/**
 * @param {{ seed: number, until: (round: number) => boolean, network: string, say?: (line: string) => void }} options
 */
export async function chaos({ seed, until, network, say = () => undefined }) {
  const mosaik = await startMosaik({ network })
  /** @type {string[]} */
  const broken = []
  /** @type {Awaited<ReturnType<typeof startLoad>> | null} */
  let load = null
  let faults = 0
  try {
    const subject = await createSubject(mosaik.url)
    load = await startLoad(mosaik.env, {
      cluster: subject.name,
      release: RELEASE,
      topic: TOPIC,
      perSecond: PER_SECOND,
    })
    await within(60_000, async () => (load?.acknowledged() ?? 0) > PER_SECOND)
    const undisturbed = await rateOf(load)
    say(`undisturbed: ${Math.round(undisturbed)} records/s`)
    let number = 0
    for (const round of rounds(seed)) {
      if (!until(number)) break
      number += 1
      const seen = await runRound(mosaik, subject, load, round)
      faults += seen.faults.length
      const rate = (await rateOf(load)) / undisturbed
      const breaks = roundBreaks({ ...seen, rate })
      broken.push(...breaks.map((what) => `round ${number}: ${what}`))
      const { bitAfterMs, healedAfterMs, gapMs } = seen
      say(
        `${number}. ${seen.faults.join(' + ')}: felt after ${bitAfterMs.join(', ')} ms, healed after ${healedAfterMs} ms, longest wait ${gapMs} ms, then ${Math.round(rate * 100)} %${breaks.map((what) => `\n   BROKEN: ${what}`).join('')}`,
      )
    }
    load.stop()
    const met = await load.met()
    load = null
    broken.push(...recordBreaks(met))
    await mosaik.interrupt()
    broken.push(...databaseTrouble(mosaik.home))
    broken.push(...leftOver(mosaik.home, { nodes: 6 }))
    await mosaik.start()
    await within(HEALED_MS, async () => (await subject.look()).state === 'ACTIVE')
    return { rounds: number, faults, met, broken }
  } finally {
    load?.stop()
    await mosaik.dispose()
  }
}

/**
 * @param {Mosaik} mosaik
 * @param {Subject} subject
 * @param {Awaited<ReturnType<typeof startLoad>>} load
 * @param {import('./schedule.mjs').Round} round
 */
async function runRound(mosaik, subject, load, { first, second }) {
  const at = Date.now()
  const operationsBefore = (await subject.operations()).length
  const struck = [await strike(mosaik, subject, first)]
  const isFeltOf = isFelt(subject, struck)
  const felt = [isFeltOf(0)]
  if (second !== null) {
    await sleep(second.afterMs)
    struck.push(await strike(mosaik, subject, second.fault))
    felt.push(isFeltOf(1))
  }
  const bitAfterMs = await Promise.all(felt)
  const isHealed = await within(HEALED_MS, () => isWhole(subject))
  const operations = await subject.operations()
  const asked = operations.slice(0, operations.length - operationsBefore)
  return {
    faults: struck.map(({ fault }) => named(fault)),
    bitAfterMs,
    healedAfterMs: isHealed ? Date.now() - at : null,
    gapMs: load.gapBetween(at, Date.now()),
    isSingle: second === null,
    isFreeze: struck.some(({ fault }) => fault.is === 'freeze'),
    failedOperations: asked.filter(({ state }) => state !== 'COMPLETE').map(({ name }) => name),
  }
}

/** @param {Mosaik} mosaik @param {Subject} subject @param {Fault} fault @returns {Promise<Struck>} */
async function strike(mosaik, subject, fault) {
  if (fault.is === 'restart') {
    const before = await pidsOf(subject)
    await mosaik.kill()
    const at = Date.now()
    await mosaik.start()
    return { fault, at, pid: before.size }
  }
  if (fault.is === 'operation') {
    const at = Date.now()
    await subject.change(fault)
    return { fault, at, pid: null }
  }
  const pid = (await pidsOf(subject)).get(fault.node) ?? null
  const at = Date.now()
  if (pid !== null) signal(pid, fault.is === 'kill' ? 'SIGKILL' : 'SIGSTOP')
  return { fault, at, pid }
}

/** One that is gone already cannot be struck: the look that told of it was a moment old. @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name)
  } catch {
    // Gone.
  }
}

/**
 * After how long a fault was felt: a broker no longer leads or is out of sync, a controller is another process or
 * does not serve, Mosaik is back and found all its nodes, a change is under way or done. Null: never.
 *
 * @param {Subject} subject
 * @param {readonly Struck[]} struck
 */
const isFelt = (subject, struck) => async (/** @type {number} */ index) => {
  const mine = struck[index]
  if (mine === undefined) throw new Error('Nothing was struck.')
  const { fault, at, pid } = mine
  if (fault.is === 'restart') return Date.now() - at
  if (fault.is === 'operation') return Date.now() - at
  const isIt = () => (fault.role === 'broker' ? leads(subject, fault, struck) : isOther(subject, fault, pid))
  return (await within(FELT_MS, async () => pid === null || (await isIt()))) ? Date.now() - at : null
}

/** @param {Subject} subject @param {NodeFault} fault @param {readonly Struck[]} struck */
async function leads(subject, { node }, struck) {
  const away = struck.flatMap(({ fault }) => ('role' in fault && fault.role === 'broker' ? [fault.node] : []))
  const partitions = await subject.partitions(away)
  if (partitions === null) return false
  return (
    partitions.some(({ isr }) => !isr.includes(node)) || partitions.every(({ leader }) => leader !== node)
  )
}

/** @param {Subject} subject @param {NodeFault} fault @param {number | null} pid */
async function isOther(subject, { node }, pid) {
  const seen = (await subject.look()).nodes.find(({ nodeId }) => nodeId === node)
  return seen !== undefined && (seen.pid !== pid || seen.health !== 'serving')
}

/** @param {Subject} subject */
async function pidsOf(subject) {
  const { nodes } = await subject.look()
  return new Map(nodes.flatMap(({ nodeId, pid }) => (pid === null ? [] : [[nodeId, pid]])))
}

/** Every node serves, every replica is in sync, nothing is under way and nothing is told as wrong. @param {Subject} subject */
async function isWhole(subject) {
  const { state, nodes, operation } = await subject.look()
  if (state !== 'ACTIVE' || operation !== null || nodes.some(({ health }) => health !== 'serving'))
    return false
  const partitions = await subject.partitions([])
  if (partitions === null || partitions.some(({ isr }) => isr.length !== 3)) return false
  return (await subject.incidents()).every(({ endedAt }) => endedAt !== null)
}

/** Records a second, over a while in which nothing happens. @param {Awaited<ReturnType<typeof startLoad>>} load */
async function rateOf(load) {
  const [before, at] = [load.acknowledged(), performance.now()]
  await sleep(QUIET_MS)
  return (load.acknowledged() - before) / ((performance.now() - at) / 1_000)
}

/** @param {number} forMs @param {() => Promise<boolean>} condition */
async function within(forMs, condition) {
  const deadline = performance.now() + forMs
  while (performance.now() < deadline) {
    // Mosaik may be on its way back.
    if (await condition().catch(() => false)) return true
    await sleep(LOOK_EVERY_MS)
  }
  return false
}
