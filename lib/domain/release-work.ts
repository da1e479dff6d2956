/**
 * What a driver does to make a release ready, as the sentence it tells and back again: an operation keeps the sentence,
 * and the console says it in the reader's language. What is worked on is `Kafka 4.3.1`, or one of `RELEASE_EXTRAS`.
 */
const SENTENCES = {
  looking: 'Looking for {what}',
  asking: 'Asking Maven Central for {what}',
  fetching: 'Fetching {what}: {jar} ({count})',
  formatting: 'Formatting metadata of {what}',
  rehearsing: 'Rehearsing a start of {what} ({role})',
  archiving: 'Writing the class archive of {what}',
} as const
type ReleaseWork = keyof typeof SENTENCES
const RELEASE_WORKS = Object.keys(SENTENCES).filter((name): name is ReleaseWork =>
  Object.hasOwn(SENTENCES, name),
)

/** Beside the release itself, by the words that stand for them in a sentence. */
export const RELEASE_EXTRAS = {
  agent: 'the metrics agent',
  exporter: 'the Prometheus JMX exporter',
} as const
export type ReleaseExtra = keyof typeof RELEASE_EXTRAS

type Parameters = Readonly<Record<string, string | number>>

export const releaseWorkSentence = (work: ReleaseWork, parameters: Parameters): string =>
  SENTENCES[work].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? ''))

export type ReadReleaseWork = {
  work: ReleaseWork
  /** Null where it is the release itself. */
  extra: ReleaseExtra | null
  parameters: Readonly<Record<string, string>>
}

/** Null for a sentence that is none of these. */
export function readReleaseWork(sentence: string): ReadReleaseWork | null {
  for (const work of RELEASE_WORKS) {
    const found = PATTERNS[work].exec(sentence)?.groups
    if (found === undefined) continue
    const extra = EXTRAS.find((name) => RELEASE_EXTRAS[name] === found['what']) ?? null
    return { work, extra, parameters: { ...found } }
  }
  return null
}

const EXTRAS = ['agent', 'exporter'] as const satisfies readonly ReleaseExtra[]

const patternOf = (sentence: string): RegExp =>
  new RegExp(
    `^${sentence
      .replaceAll(/[()]/g, String.raw`\$&`)
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>.+?)`)}$`,
  )

const PATTERNS: Record<ReleaseWork, RegExp> = {
  looking: patternOf(SENTENCES.looking),
  asking: patternOf(SENTENCES.asking),
  fetching: patternOf(SENTENCES.fetching),
  formatting: patternOf(SENTENCES.formatting),
  rehearsing: patternOf(SENTENCES.rehearsing),
  archiving: patternOf(SENTENCES.archiving),
}
