const WIDTHS = ['72%', '54%', '63%', '48%', '68%'] as const

/** Still bars where text will be; nothing moves, and nothing shows in the first 200 ms. */
export function SkeletonBars({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <output className="after-200-ms grid gap-3 p-4">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} className="h-2.5 rounded-2 bg-track" style={{ width: WIDTHS[line % WIDTHS.length] }} />
      ))}
    </output>
  )
}
