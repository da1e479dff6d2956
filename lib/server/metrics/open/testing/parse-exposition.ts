/** One value as Prometheus' text format says it. */
export type Sample = { name: string; labels: Readonly<Record<string, string>>; value: number }
export type Exposed = { samples: readonly Sample[]; types: ReadonlyMap<string, string> }

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const COMMENT = new RegExp(`^# (HELP|TYPE) (${NAME}) (.*)$`)
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(.*)\\})? (\\S+)$`)
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/y
const VALUE = /^(?:[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|NaN|[+-]Inf)$/
const TYPES = ['counter', 'gauge', 'histogram', 'summary', 'untyped']

/**
 * Reads version 0.0.4 of the format as strictly as it is written down: a type stands once and before its samples, the
 * lines of a metric stand together, no value comes twice, and the last line is ended.
 */
export function parseExposition(text: string): Exposed {
  if (!text.endsWith('\n')) throw new Error('The last line does not end.')
  const types = new Map<string, string>()
  const samples: Sample[] = []
  const seen = new Set<string>()
  const closed = new Set<string>()
  let family = ''
  const enter = (name: string, line: string): void => {
    if (name === family) return
    if (closed.has(name)) throw new Error(`${name} stands in two places: ${line}`)
    if (family !== '') closed.add(family)
    family = name
  }
  for (const line of text.slice(0, -1).split('\n')) {
    const [, kind, commented = '', rest = ''] = COMMENT.exec(line) ?? []
    if (kind !== undefined) {
      enter(commented, line)
      if (kind === 'HELP') continue
      if (types.has(commented) || !TYPES.includes(rest)) throw new Error(`Not a type: ${line}`)
      types.set(commented, rest)
      continue
    }
    const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? []
    if (name === '' || !VALUE.test(value)) throw new Error(`Not a sample: ${line}`)
    enter(familyOf(name, types), line)
    const key = line.slice(0, line.lastIndexOf(' '))
    if (seen.has(key)) throw new Error(`Twice: ${line}`)
    seen.add(key)
    samples.push({ name, labels: labelsIn(labels, line), value: Number(value.replace('Inf', 'Infinity')) })
  }
  return { samples, types }
}

/** The parts of a summary or a histogram belong to it. */
function familyOf(name: string, types: ReadonlyMap<string, string>): string {
  const whole = name.replace(/_(?:sum|count|bucket)$/, '')
  return types.get(whole) === 'summary' || types.get(whole) === 'histogram' ? whole : name
}

function labelsIn(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {}
  LABEL.lastIndex = 0
  while (LABEL.lastIndex < text.length) {
    const [, name, value] = LABEL.exec(text) ?? []
    if (name === undefined || value === undefined || name in labels) throw new Error(`Not labels: ${line}`)
    labels[name] = value
  }
  return labels
}
