// @ts-check
import { compile } from './compile.mjs'

/** The thread that keeps the metrics. @returns {Promise<string>} its file, for `MOSAIK_METRICS_THREAD` */
export const compileMetricsThread = () =>
  compile({
    what: 'the store of metrics',
    entry: 'lib/server/metrics/store/thread.ts',
    sources: [
      'lib/domain/metrics',
      'lib/server/metrics/store',
      'lib/server/clock.ts',
      'lib/server/full-disk.ts',
    ],
    output: '.cache/metrics/thread.mjs',
  })
