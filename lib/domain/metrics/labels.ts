import type { Dimensions } from './series'

type Labelled = { id: string; name: string; stat: string; dimensions: Dimensions | null }

/**
 * As CloudWatch labels the lines of a graph: by what tells them apart. One metric of many brokers is told by the
 * broker, several metrics of one broker by their names.
 */
export function defaultLabels(metrics: readonly Labelled[]): ReadonlyMap<string, string> {
  const differ = (of: (metric: Labelled) => string | undefined): boolean => new Set(metrics.map(of)).size > 1
  const names = [...new Set(metrics.flatMap(({ dimensions }) => Object.keys(dimensions ?? {})))]
  const telling = names.filter((name) => differ((metric) => valueOf(metric, name)))
  const tellsName = differ(({ name }) => name)
  const tellsStat = differ(({ stat }) => stat)
  return new Map(
    metrics.map((metric) => {
      const parts = [
        ...telling.flatMap((name) => valueOf(metric, name) ?? []),
        ...(tellsName ? [metric.name] : []),
        ...(tellsStat ? [metric.stat] : []),
      ]
      return [metric.id, parts.length === 0 ? metric.name : parts.join(' ')]
    }),
  )
}

const valueOf = ({ dimensions }: Labelled, name: string): string | undefined =>
  Object.entries(dimensions ?? {}).find(([own]) => own === name)?.[1]
