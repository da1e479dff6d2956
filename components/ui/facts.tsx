import type { ReactNode } from 'react'

export type Fact = { key: string; term: ReactNode; value: ReactNode; note?: ReactNode }

/** A row of figures. On a phone two in a row. */
export function Facts({ facts, size = 'normal' }: { facts: readonly Fact[]; size?: 'normal' | 'big' }) {
  return (
    <dl className="flex flex-wrap overflow-hidden rounded-6 border border-line bg-surface">
      {facts.map(({ key, term, value, note }) => (
        <div
          key={key}
          className="min-w-0 flex-[1_1_130px] px-4 pt-[9px] pb-2.5 shadow-[-1px_-1px_0_0_var(--line)] max-wide:pr-1.5 max-wide:pl-3 max-desk:flex-[1_1_50%]"
        >
          <dt className="text-12 text-text-3">{term}</dt>
          <dd
            className={
              size === 'big' ? 'text-16 leading-[22px] font-[550] tracking-[-0.006em]' : 'font-[550]'
            }
          >
            {value}
          </dd>
          {note === undefined ? null : <dd className="text-12 text-text-3">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
