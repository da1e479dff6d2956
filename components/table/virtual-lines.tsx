import { useVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

type VirtualLinesProps<Row> = {
  /** Names the list for screen readers. */
  label: string
  rows: readonly Row[]
  /** The same for the same line, wherever it stands. */
  rowKey: (row: Row) => string
  children: (row: Row) => ReactNode
  /** The line to bring into view whenever it becomes another one. */
  goTo?: string | null
  /** What leads back to the newest line once one has scrolled up. Left out: the list begins at its top. */
  newestLabel?: string
  /** The first lines came into view: time to fetch what stands before. */
  onStart?: () => void
  className?: string
}

const LINE_PX = 24
const NEAR_END_PX = 24
const NEAR_START_PX = 200

/**
 * Thousands of lines of different heights of which only those in view exist. It follows the newest line until one
 * scrolls up to read; what is added at either end then leaves the lines in view where they are.
 */
export function VirtualLines<Row>(props: VirtualLinesProps<Row>) {
  const { label, rows, rowKey, children, goTo = null, newestLabel, onStart, className } = props
  const box = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const isFollowing = newestLabel !== undefined
  // The compiler is not in use; the library keeps its own state.
  // oxlint-disable-next-line react/incompatible-library
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_PX,
    getItemKey: (place) => {
      const row = rows[place]
      return row === undefined ? place : rowKey(row)
    },
    overscan: 12,
    ...(isFollowing ? { anchorTo: 'end', followOnAppend: true, scrollEndThreshold: NEAR_END_PX } : {}),
  })
  const isEmpty = rows.length === 0
  useEffect(() => {
    if (isFollowing && !isEmpty) lines.scrollToEnd()
  }, [lines, isFollowing, isEmpty])
  const place = goTo === null ? -1 : rows.findIndex((row) => rowKey(row) === goTo)
  const placeAtChange = useRef(place)
  placeAtChange.current = place
  useEffect(() => {
    if (goTo !== null && placeAtChange.current >= 0)
      lines.scrollToIndex(placeAtChange.current, { align: 'center' })
  }, [goTo, lines])
  return (
    <div className={clsx('relative flex min-h-0 flex-col', className)}>
      <div
        ref={box}
        role="region"
        aria-label={label}
        // A scrolling box that cannot be focused cannot be scrolled by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          const isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX
          setAtEnd(isAtEnd)
          if (!isAtEnd && scrollTop < NEAR_START_PX) onStart?.()
        }}
        className="min-h-0 flex-1 overflow-auto overscroll-contain rounded-4 bg-sunken"
      >
        <ol className="relative" style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map((item) => {
            const row = rows[item.index]
            return row === undefined ? null : (
              <li
                key={item.key}
                data-index={item.index}
                ref={lines.measureElement}
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {children(row)}
              </li>
            )
          })}
        </ol>
      </div>
      {isFollowing && !atEnd ? (
        <Button size="small" className="absolute right-4 bottom-3" onClick={() => lines.scrollToEnd()}>
          <Icon name="sortDown" className="size-3" />
          {newestLabel}
        </Button>
      ) : null}
    </div>
  )
}
