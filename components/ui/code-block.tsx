import type { ReactNode } from 'react'

/** A command as it is, broken where it has to be so that all of it is read; copied it is whole again. */
export function CodeBlock({ label, children }: { label: string; children: ReactNode }) {
  return (
    <pre
      aria-label={label}
      className="mono rounded-4 bg-sunken px-4 py-3 text-12! leading-[18px] text-text whitespace-pre-wrap [overflow-wrap:anywhere]"
    >
      <code>{children}</code>
    </pre>
  )
}
