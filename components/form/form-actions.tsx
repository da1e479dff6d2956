import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

type FormActionsProps = {
  cancel: string
  onCancel: () => void
  submit: string
  /** What it does cannot be undone. */
  danger?: boolean
  /** Why it would do nothing now; the form says it in another place. */
  offBecause?: string | undefined
  /** Further ways, before the way out. */
  children?: ReactNode
}

/** The foot of a form in a dialog: the way out, and what the form does. */
export function FormActions({ cancel, onCancel, submit, danger, offBecause, children }: FormActionsProps) {
  return (
    <div className="-mx-4 -mb-4 flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
      {children}
      <Button onClick={onCancel}>{cancel}</Button>
      <Button
        type="submit"
        kind={danger === true ? 'danger' : 'primary'}
        offBecause={offBecause}
        reasonPlace="elsewhere"
      >
        {submit}
      </Button>
    </div>
  )
}
