import { type ReactNode, useId } from 'react'
import { type FieldPathByValue, type FieldValues, useController, type Control } from 'react-hook-form'
import { FieldMessage } from '@/components/ui/field'
import { type RadioCard, RadioCards } from '@/components/ui/radio-cards'

type ChoiceFieldProps<Values extends FieldValues, Value extends string> = {
  control: Control<Values>
  name: FieldPathByValue<Values, Value>
  label: string
  note?: ReactNode
  cards: readonly RadioCard<Value>[]
  refusal?: string | undefined
}

/** One of a few, each explained. */
export function ChoiceField<Values extends FieldValues, Value extends string>(
  props: ChoiceFieldProps<Values, Value>,
) {
  const { control, name, label, note, cards, refusal } = props
  const { field, fieldState } = useController({ control, name })
  const { ref, value, onChange, onBlur } = field
  const messageId = useId()
  return (
    <div className="grid gap-1">
      <RadioCards
        ref={ref}
        label={label}
        note={note}
        value={value}
        onChange={onChange}
        onBlur={onBlur}
        cards={cards}
      />
      <FieldMessage id={messageId} error={fieldState.error?.message ?? refusal} />
    </div>
  )
}
