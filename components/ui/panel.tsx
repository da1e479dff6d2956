import { clsx } from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'

type PanelProps = Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode
  /** Right end of the head: a count, a legend, a link. */
  end?: ReactNode
}

export function Panel({ title, end, className, children, ...rest }: PanelProps) {
  const headId = useId()
  return (
    <section
      {...rest}
      aria-labelledby={title === undefined ? undefined : headId}
      className={clsx('min-w-0 rounded-6 border border-line bg-surface', className)}
    >
      {title === undefined ? null : (
        <header className="flex min-h-10 flex-wrap items-center gap-x-2 border-b border-line py-1 pr-3 pl-4 text-13 max-desk:pl-3">
          <h2 id={headId} className="font-semibold">
            {title}
          </h2>
          {end === undefined ? null : (
            <div className="ml-auto flex items-center gap-3 text-12 text-text-3">{end}</div>
          )}
        </header>
      )}
      {children}
    </section>
  )
}

/** One part of a panel, parted from the one above by a hairline. */
export function PanelSection({ title, end, className, children, ...rest }: PanelProps) {
  return (
    <section
      {...rest}
      className={clsx(
        'border-t border-line px-4 pt-3.5 pb-4 first-of-type:border-t-0 max-desk:px-3',
        className,
      )}
    >
      {title === undefined ? null : (
        <h3 className="mb-2 flex items-center gap-2 text-13 font-semibold">
          {title}
          {end === undefined ? null : <span className="ml-auto text-12 font-normal text-text-3">{end}</span>}
        </h3>
      )}
      {children}
    </section>
  )
}
