// @ts-check

/**
 * What a soak is judged by. Samples are taken once a minute; what is made once at the beginning (caches, connections,
 * the first pages) is no growth, so that the first part of the run is left out.
 */

/**
 * @typedef {object} Sample
 * @property {number} atMs since the beginning
 * @property {number} residentBytes of Mosaik itself
 * @property {number} descriptors
 * @property {number} threads
 * @property {number} children processes that Mosaik started and that still are its own
 * @property {number} databaseBytes `mosaik.db`, by the pages in use
 * @property {number} metricsBytes the store of metrics, with its log
 * @property {number} logBytes of all nodes
 * @property {number} strayFiles drafts and the like, in the home and in the folder for temporary files
 */

/** A soak of two hours leaves out half an hour, a shorter one a quarter. */
export const SETTLING_MS_MAX = 30 * 60_000
export const GROWTH_MAX = 0.01
const HOUR_MS = 3_600_000
/** What memory and pages tremble by: a short run must not take that for growth. */
const TREMBLE = { residentBytes: 8 * 2 ** 20, descriptors: 8, threads: 4, databaseBytes: 256 * 2 ** 10 }
const GROWING = /** @type {const} */ (['residentBytes', 'descriptors', 'threads', 'databaseBytes'])
/** Each node may keep five files of ten MiB, and a little more while one is changed for the next. */
const LOG_BYTES_MAX_PER_NODE = 60 * 2 ** 20

/** Share of its first settled value by which a figure grows an hour, by least squares. @param {readonly Sample[]} samples @param {keyof Sample} key */
export function growthAnHour(samples, key) {
  const settled = settledOf(samples)
  if (settled.length < 3) return 0
  const meanAt = mean(settled.map(({ atMs }) => atMs))
  const meanValue = mean(settled.map((sample) => sample[key]))
  const above = settled.reduce((sum, sample) => sum + (sample.atMs - meanAt) * (sample[key] - meanValue), 0)
  const below = settled.reduce((sum, { atMs }) => sum + (atMs - meanAt) ** 2, 0)
  return meanValue === 0 || below === 0 ? 0 : ((above / below) * HOUR_MS) / meanValue
}

/** @param {readonly Sample[]} samples */
export function settledOf(samples) {
  const last = samples.at(-1)?.atMs ?? 0
  return samples.filter(({ atMs }) => atMs >= Math.min(SETTLING_MS_MAX, last / 4))
}

/**
 * What grew, in words; none: it holds.
 *
 * @param {readonly Sample[]} samples
 * @param {{ nodes: number, metricsBytesMax: number }} bounds
 * @returns {string[]}
 */
export function judge(samples, { nodes, metricsBytesMax }) {
  const settled = settledOf(samples)
  const [first] = settled
  const last = settled.at(-1)
  if (first === undefined || last === undefined) return ['nothing was measured']
  const hours = (last.atMs - first.atMs) / HOUR_MS
  const grown = GROWING.flatMap((figure) => {
    const growth = growthAnHour(samples, figure)
    const much = growth * mean(settled.map((sample) => sample[figure])) * hours
    return growth > GROWTH_MAX && much > TREMBLE[figure]
      ? [`${figure} grows by ${percent(growth)} an hour`]
      : []
  })
  const most = (/** @type {keyof Sample} */ key) => Math.max(...settled.map((sample) => sample[key]))
  return [
    ...grown,
    ...(most('children') > first.children + 2
      ? [`children rose from ${first.children} to ${most('children')}`]
      : []),
    ...(most('logBytes') > nodes * LOG_BYTES_MAX_PER_NODE
      ? [`logs take ${mebibytes(most('logBytes'))}`]
      : []),
    ...(most('metricsBytes') > metricsBytesMax ? [`metrics take ${mebibytes(most('metricsBytes'))}`] : []),
    ...(last.strayFiles > first.strayFiles
      ? [`${last.strayFiles - first.strayFiles} files were left over`]
      : []),
  ]
}

/** @param {readonly number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

/** @param {number} share */
export const percent = (share) => `${(100 * share).toFixed(2)} %`
/** @param {number} bytes */
const mebibytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`
