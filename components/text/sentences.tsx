import { Fragment, type ReactNode } from 'react'
import { useLocale } from 'use-intl'
import type { Locale } from '@/lib/browser/locale'

/** A full stop of Japanese brings its own space. */
const GAP: Record<Locale, string> = { en: ' ', ja: '' }

/** Sentences one after the other; what is empty is left out. */
export function Sentences({ parts }: { parts: readonly ReactNode[] }) {
  const gap = GAP[useLocale()]
  return parts
    .filter((part) => part !== null && part !== undefined && part !== '')
    .map((part, place) => (
      // A sentence has no identity but its place.
      <Fragment key={place}>
        {place === 0 ? null : gap}
        {part}
      </Fragment>
    ))
}

/**
 * A reason that stands as a sentence of its own begins with a capital where the language has them. Its full stop is
 * the message’s: one that came with a log’s own words is taken off.
 */
export const asSentence = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`.replace(/[.。\s]+$/, '')
