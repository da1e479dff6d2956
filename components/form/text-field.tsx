import type { ReactNode } from 'react'
import { type FieldPath, type FieldValues, useController, type Control } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type TextFieldProps<Values extends FieldValues> = {
  control: Control<Values>
  name: FieldPath<Values>
  label: ReactNode
  help?: ReactNode
  note?: ReactNode
  placeholder?: string
  /** A refusal the server gave for this field; the form's own rule goes first. */
  refusal?: string | undefined
}

/** Checked on leaving the field, and all of the form again on submit. */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { control, name, label, help, note, placeholder, refusal } = props
  const { field, fieldState } = useController({ control, name })
  return (
    <Field label={label} help={help} note={note} error={fieldState.error?.message ?? refusal}>
      {({ id, describedBy, invalid }) => (
        <Input
          {...field}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          placeholder={placeholder}
        />
      )}
    </Field>
  )
}
