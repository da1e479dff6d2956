import { useTranslations } from 'use-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { isWhole } from '@/lib/browser/cluster-change/whole'

type NumberChoiceProps = {
  label: string
  help: string
  /** What there is, where that may stay. */
  now?: number
  value: string
  onChange: (value: string) => void
}

/** Empty stays as it is, which the field shows; so does the number there is now. */
export function NumberChoice({ label, help, now, value, onChange }: NumberChoiceProps) {
  const t = useTranslations('clusterChange')
  return (
    <Field label={label} help={help} error={value === '' || isWhole(value) ? undefined : t('wholeNumber')}>
      {({ id, describedBy, invalid }) => (
        <Input
          id={id}
          inputMode="numeric"
          placeholder={now === undefined ? undefined : t('now', { value: String(now) })}
          value={value}
          onChange={(event) => {
            const typed = event.target.value.trim()
            onChange(typed === String(now) ? '' : typed)
          }}
          aria-describedby={describedBy}
          aria-invalid={invalid}
        />
      )}
    </Field>
  )
}
