import type { ReactNode } from 'react'

/** A command or a log line, as it is. Focusable, because it scrolls sideways. */
export function CodeBlock({ label, children }: { label: string; children: ReactNode }) {
  return (
    <pre
      aria-label={label}
      // A scrolling box that cannot be focused cannot be scrolled by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="mono overflow-x-auto rounded-4 bg-sunken px-4 py-3 text-12! leading-[18px] text-text"
    >
      <code>{children}</code>
    </pre>
  )
}
