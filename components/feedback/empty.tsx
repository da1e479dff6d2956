import type { ReactNode } from 'react'

type EmptyProps = { title: string; action?: ReactNode; children: ReactNode }

/** Says what will appear here and how to start it. */
export function Empty({ title, action, children }: EmptyProps) {
  return (
    <div className="grid justify-items-start gap-1 px-4 py-5 text-13">
      <p className="font-[550]">{title}</p>
      <p className="max-w-[64ch] text-pretty text-text-2">{children}</p>
      {action === undefined ? null : <div className="mt-2">{action}</div>}
    </div>
  )
}
