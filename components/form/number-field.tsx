import type { ReactNode } from 'react'
import { type FieldPath, type FieldValues, useController, type Control } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type NumberFieldProps<Values extends FieldValues> = {
  control: Control<Values>
  name: FieldPath<Values>
  label: ReactNode
  help?: ReactNode
  note?: ReactNode
  refusal?: string | undefined
}

/** A whole number, kept as the text that was typed: the schema reads it, so that “4x” gets a sentence and not 4. */
export function NumberField<Values extends FieldValues>(props: NumberFieldProps<Values>) {
  const { control, name, label, help, note, refusal } = props
  const { field, fieldState } = useController({ control, name })
  return (
    <Field label={label} help={help} note={note} error={fieldState.error?.message ?? refusal}>
      {({ id, describedBy, invalid }) => (
        <Input {...field} id={id} inputMode="numeric" aria-describedby={describedBy} aria-invalid={invalid} />
      )}
    </Field>
  )
}
