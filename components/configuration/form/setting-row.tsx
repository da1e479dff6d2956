import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { FieldMessage } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { SettingAbout } from '../use-setting-about'

type SettingRowProps = {
  name: string
  about: SettingAbout | null
  /** Undefined: the text does not set it. */
  value: string | undefined
  error: string | undefined
  onChange: (value: string | null) => void
}

/** One setting with what it is and the value the text gives it. */
export function SettingRow({ name, about, value, error, onChange }: SettingRowProps) {
  const t = useTranslations('configurationForm.fields')
  const id = useId()
  const ids = { id, describedBy: `${id}-help`, invalid: error !== undefined }
  const byDefault = about === null ? '' : t('byDefault', { value: about.byDefault })
  const choices = choicesOf(about, value)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_minmax(0,20rem)] items-start gap-x-6 gap-y-2 border-t border-line px-4 py-3 text-13 max-desk:grid-cols-[minmax(0,1fr)] max-desk:px-3">
      <Told id={id} name={name} about={about} />
      <div className="grid gap-1">
        <div className="flex items-center gap-1">
          {choices === null ? (
            <Input
              id={id}
              className="mono"
              value={value ?? ''}
              placeholder={byDefault}
              aria-describedby={ids.describedBy}
              aria-invalid={ids.invalid}
              onChange={({ target }) => onChange(target.value)}
              // Emptied while one types another value, the line stays where it is; left empty, it goes.
              onBlur={({ target }) => {
                if (target.value.trim() === '' && value !== undefined) onChange(null)
              }}
            />
          ) : (
            <Select
              ids={ids}
              value={value ?? ''}
              placeholder={byDefault}
              onChange={onChange}
              groups={[{ label: name, options: choices.map((choice) => ({ value: choice, label: choice })) }]}
            />
          )}
          {value === undefined ? null : (
            <Button
              kind="ghost"
              size="icon"
              aria-label={t('unset', { name })}
              title={t('unset', { name })}
              onClick={() => onChange(null)}
            >
              <Icon name="close" />
            </Button>
          )}
        </div>
        <FieldMessage id={ids.describedBy} error={error} />
      </div>
    </li>
  )
}

type ToldProps = { id: string; name: string; about: SettingAbout | null }

function Told({ id, name, about }: ToldProps) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="mono font-[550] [overflow-wrap:anywhere]">
        {name}
      </label>
      {about === null ? null : (
        <>
          <dl className="flex flex-wrap gap-x-4 text-12">
            {about.facts.map(({ term, value }) => (
              <div key={term} className="flex min-w-0 gap-1.5">
                <dt className="flex-none text-text-3">{term}</dt>
                <dd className="min-w-0 text-text-2 [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
          <p lang="en" className="max-w-[88ch] text-12 text-text-3 [overflow-wrap:anywhere]">
            {about.doc}
          </p>
        </>
      )}
    </div>
  )
}

/** Where there are few values one of them is chosen; what the text has stays among them, right or wrong. */
function choicesOf(about: SettingAbout | null, value: string | undefined): readonly string[] | null {
  const definition = about?.definition
  if (definition === undefined || definition.type === 'list') return null
  const values = definition.type === 'boolean' ? ['true', 'false'] : definition.oneOf
  if (values === null) return null
  return value === undefined || value === '' || values.includes(value) ? values : [...values, value]
}
