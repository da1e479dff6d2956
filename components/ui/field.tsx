import { type ReactNode, useId } from 'react'
import { StateIcon } from './state-icon'

export type FieldIds = { id: string; describedBy: string; invalid: boolean }

type FieldProps = {
  label: ReactNode
  help?: ReactNode
  /** Which rule was broken, in words. Replaces the help. */
  error?: string | undefined
  /** Marks what cannot be changed after creation. */
  note?: ReactNode
  children: (ids: FieldIds) => ReactNode
}

/** Label above, help below; an error takes the place of the help. */
export function Field({ label, help, error, note, children }: FieldProps) {
  const id = useId()
  const describedBy = `${id}-help`
  return (
    <div className="grid gap-1 text-13">
      <div className="flex items-baseline gap-2">
        <label htmlFor={id} className="font-[550]">
          {label}
        </label>
        {note}
      </div>
      {children({ id, describedBy, invalid: error !== undefined })}
      <FieldMessage id={describedBy} help={help} error={error} />
    </div>
  )
}

export function FieldMessage({
  id,
  help,
  error,
}: {
  id: string
  help?: ReactNode
  error?: string | undefined
}) {
  return (
    <div id={id} aria-live="polite" className="text-12 empty:hidden">
      {error === undefined ? (
        help === undefined ? null : (
          <p className="text-text-3">{help}</p>
        )
      ) : (
        <p className="flex gap-1.5 text-bad">
          <StateIcon shape="failed" className="mt-px size-3.5" />
          {error}
        </p>
      )}
    </div>
  )
}
