import { clsx } from 'clsx'
import { occurrences } from '@/lib/domain/log'

/** A text with what one looks for marked in it; in the line one stands at, more strongly. */
export function Highlighted({ text, sought, current }: { text: string; sought: string; current: boolean }) {
  const places = occurrences(text, sought)
  if (places.length === 0) return text
  const ends = places.map((place) => place + sought.length)
  return (
    <>
      {places.map((place, nth) => (
        <span key={place}>
          {text.slice(ends[nth - 1] ?? 0, place)}
          <mark
            className={clsx(
              'rounded-1 text-text',
              current ? 'bg-accent text-on-accent!' : 'bg-accent-tint shadow-[0_0_0_1px_var(--accent)]',
            )}
          >
            {text.slice(place, place + sought.length)}
          </mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
