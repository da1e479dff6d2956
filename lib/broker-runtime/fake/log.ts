import { fitsLevels, levelOf, occurrences } from '@/lib/domain/log'
import type { LogEntry, LogReading } from '../runtime'
import type { FakeNode } from './state'

type Lines = FakeNode['log']

export function* readFakeLog(lines: Lines, { before, since, filter }: LogReading): Generator<LogEntry> {
  const [from, to] = [Number(since ?? 0), Number(before ?? lines.length)]
  for (let place = to - 1; place >= from; place--) {
    const line = lines[place]
    if (line === undefined) continue
    const { at, text } = line
    const level = levelOf(line.level)
    if (filter.from !== null && at < filter.from) return
    if (filter.to !== null && at > filter.to) continue
    if (!fitsLevels(filter.levels, level)) continue
    if (filter.text !== '' && occurrences(text, filter.text).length === 0) continue
    yield { position: String(place), at, orderAt: at, level, text, isCut: false }
  }
}

export const fakeLogText = (lines: Lines): string =>
  lines
    .map(({ at, level, text }) => {
      const time = new Date(at).toISOString().replace('T', ' ').replace('.', ',').slice(0, -1)
      return `[${time}] ${level} ${text}\n`
    })
    .join('')
