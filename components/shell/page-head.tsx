import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type PageHeadProps = {
  title: ReactNode
  badge?: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  /** 2: the page stands in a frame that has the title of the whole, as the pages of a cluster do. */
  level?: 1 | 2
}

/** Title, one line about it, and what one can do; on a phone the actions take a row of their own. */
export function PageHead({ title, badge, subtitle, actions, level = 1 }: PageHeadProps) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <header className="flex items-start gap-4 max-desk:flex-wrap max-desk:gap-3">
      <div className="min-w-0 flex-1 max-desk:basis-full">
        <Title
          className={clsx(
            'flex flex-wrap items-center gap-2.5 font-semibold tracking-tight [overflow-wrap:anywhere]',
            level === 1 ? 'text-20' : 'text-16',
          )}
        >
          {title}
          {badge}
        </Title>
        {subtitle === undefined ? null : <div className="mt-0.5 text-13 text-text-2">{subtitle}</div>}
      </div>
      {actions === undefined ? null : (
        <div className="flex flex-none gap-2 max-desk:w-full max-desk:flex-wrap max-desk:[&>a]:h-11 max-desk:[&>a]:flex-1 max-desk:[&>button]:h-11 max-desk:[&>button]:flex-1">
          {actions}
        </div>
      )}
    </header>
  )
}
