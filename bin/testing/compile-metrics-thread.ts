import { compileMetricsThread } from '../bundle/metrics-thread.mjs'

/** A thread begins with a file, and tests that start a process of ours start that thread too. */
export async function setup(): Promise<void> {
  await compileMetricsThread()
}
