// @ts-check

/**
 * What must hold whatever happens. Two faults at a time may cost availability, never a record.
 *
 * @typedef {{ faults: readonly string[], bitAfterMs: readonly (number | null)[], healedAfterMs: number | null, gapMs: number, rate: number, isSingle: boolean, isFreeze: boolean, failedOperations: readonly string[] }} RoundSeen
 * @typedef {import('../e2e/verifiable-client.mjs').Met} Met
 */

const WAIT_MAX_MS = { kill: 5_000, freeze: 15_000 }
const RATE_LEAST = 0.7

/** What a round broke, in words. @param {RoundSeen} round @returns {string[]} */
export function roundBreaks({
  faults,
  bitAfterMs,
  healedAfterMs,
  gapMs,
  rate,
  isSingle,
  isFreeze,
  failedOperations,
}) {
  const what = faults.join(' + ')
  const broken = bitAfterMs.flatMap((ms, index) => (ms === null ? [`${faults[index]} was not felt`] : []))
  if (healedAfterMs === null) broken.push(`${what}: not healed`)
  const most = isFreeze ? WAIT_MAX_MS.freeze : WAIT_MAX_MS.kill
  if (isSingle && gapMs > most) broken.push(`${what}: a write waited ${gapMs} ms`)
  if (rate < RATE_LEAST) broken.push(`${what}: only ${Math.round(rate * 100)} % of the rate afterwards`)
  // A change that a second fault struck may be taken back; alone it must go through.
  if (isSingle)
    broken.push(...failedOperations.map((name) => `${name} failed although nothing else happened`))
  return broken
}

/** @param {Met} met @returns {string[]} */
export function recordBreaks({ acknowledged, lost, twice, disorder }) {
  return [
    ...(acknowledged === 0 ? ['nothing was acknowledged'] : []),
    ...(lost > 0 ? [`${lost} acknowledged records are lost`] : []),
    ...(twice > 0 ? [`${twice} records are there twice`] : []),
    ...(disorder > 0 ? [`${disorder} records are out of order`] : []),
  ]
}
