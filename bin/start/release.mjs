// @ts-check
import { loadRuntime } from '../runtime/compile.mjs'
import { showStep } from '../system/progress.mjs'
import { Refusal } from '../system/refusal.mjs'

/**
 * Fetches the default release of Kafka and makes its class-data archive, if that was not done before: the first
 * cluster then comes up in seconds. Other releases are fetched when first asked for.
 *
 * @param {string} home
 */
export async function prepareDefaultRelease(home) {
  const { DEFAULT_KAFKA_VERSION, findRelease, prepareRelease } = await loadRuntime()
  try {
    if (await findRelease(home, DEFAULT_KAFKA_VERSION)) return
    await showStep(`Preparing Kafka ${DEFAULT_KAFKA_VERSION}`, (detail) =>
      prepareRelease(home, DEFAULT_KAFKA_VERSION, detail),
    )
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error))
  }
}
