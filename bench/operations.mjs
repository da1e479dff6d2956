// @ts-check
import { api, until } from './clusters.mjs'

/** @typedef {{ step: string, role: string, phases: { phase: string, at: string }[] }} Row */

/**
 * The operation once it has ended, its receipt whole if there is to be one; throws where it failed.
 *
 * @param {string} url
 * @param {string} operationId
 */
export async function endedOperation(url, operationId) {
  const detail = () => api(url, `/api/console/operations/${operationId}`)
  await until(async () => (await detail()).endedAt !== null)
  const endedAt = performance.now()
  await until(async () => (await detail()).receipt?.endedAt !== null)
  const operation = await detail()
  if (operation.state !== 'COMPLETE') throw new Error(operation.errorMessage)
  return { operation, endedAt }
}

/** How long each broker of a roll was away, from being stopped to being in every ISR again. @param {{ rows: Row[] }} operation */
export const awayMs = ({ rows }) =>
  rows
    .filter(({ step, role }) => step === 'roll' && role === 'broker')
    .map(({ phases }) => {
      const at = (/** @type {string} */ wanted) =>
        Date.parse(phases.findLast(({ phase }) => phase === wanted)?.at ?? '')
      return at('done') - at('stopping')
    })
