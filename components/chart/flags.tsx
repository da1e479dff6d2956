import { clsx } from 'clsx'
import NextLink from 'next/link'
import type { Flag } from './flag'
import { MARGIN, plotHeight, xOf, type Frame } from './geometry'

/** What happened, at its time. The key above the charts says the same in words and takes the focus. */
export function Flags({ flags, frame }: { flags: readonly Flag[]; frame: Frame }) {
  const { from, to } = frame.window
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 overflow-hidden">
      {flags
        .filter(({ at }) => at >= from && at <= to)
        .map((flag) => (
          <span
            key={flag.letter}
            className="absolute border-l border-dashed border-line-control"
            style={{
              left: Math.round(xOf(flag.at, frame)),
              top: MARGIN.top - 4,
              height: plotHeight(frame) + 4,
            }}
          />
        ))}
    </div>
  )
}

/**
 * Above the overlay, so that they can be pressed. Where several stand together, what went wrong is not covered by what
 * came of it.
 */
export function FlagHandles({ flags, frame }: { flags: readonly Flag[]; frame: Frame }) {
  const { from, to } = frame.window
  return flags
    .filter(({ at }) => at >= from && at <= to)
    .toSorted((one, other) => Number(one.tone === 'bad') - Number(other.tone === 'bad'))
    .map(({ at, letter, tone, text, href }) => (
      <NextLink
        key={letter}
        href={href}
        tabIndex={-1}
        aria-hidden="true"
        title={text}
        className="absolute grid h-[18px] w-[18px] -translate-x-1/2 place-items-center no-underline"
        style={{ left: Math.round(xOf(at, frame)), top: 0 }}
      >
        <FlagTile letter={letter} tone={tone} />
      </NextLink>
    ))
}

export function FlagTile({ letter, tone }: Pick<Flag, 'letter' | 'tone'>) {
  return (
    <i
      className={clsx(
        'grid size-[14px] flex-none place-items-center rounded-2 border text-[10px] leading-none font-semibold not-italic',
        tone === 'bad'
          ? 'border-bad-solid bg-bad-tint text-bad'
          : 'border-line-control bg-surface text-text-2',
      )}
    >
      {letter}
    </i>
  )
}
