import type { ReactNode } from 'react'
import { type FieldPath, type FieldValues, useController, type Control } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Select, type SelectGroup } from '@/components/ui/select'

type SelectFieldProps<Values extends FieldValues> = {
  control: Control<Values>
  name: FieldPath<Values>
  label: ReactNode
  help?: ReactNode
  note?: ReactNode
  groups: readonly SelectGroup[]
  refusal?: string | undefined
}

export function SelectField<Values extends FieldValues>(props: SelectFieldProps<Values>) {
  const { control, name, label, help, note, groups, refusal } = props
  const { field, fieldState } = useController({ control, name })
  const { ref, value, onChange, onBlur } = field
  return (
    <Field label={label} help={help} note={note} error={fieldState.error?.message ?? refusal}>
      {(ids) => (
        <Select ref={ref} ids={ids} value={value} onChange={onChange} onBlur={onBlur} groups={groups} />
      )}
    </Field>
  )
}
