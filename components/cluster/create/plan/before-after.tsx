import { clsx } from 'clsx'

const percent = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`

/** In use now, and in lighter hue what comes on top; red when it does not fit. The figures stand above in words. */
export function BeforeAfter({ before, after }: { before: number; after: number }) {
  return (
    <span aria-hidden="true" className="relative mt-1.5 block h-1 overflow-hidden rounded-1 bg-track">
      <i
        className={clsx('absolute inset-y-0 left-0', after > 1 ? 'bg-bad-solid' : 'bg-run-solid')}
        style={{ width: percent(after) }}
      />
      <i
        className="absolute inset-y-0 left-0 border-r border-surface bg-bar"
        style={{ width: percent(before) }}
      />
    </span>
  )
}
