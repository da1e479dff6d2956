import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { subnetIdProblem } from '@/lib/browser/create/subnet-id'

type AddSubnetProps = { taken: readonly string[]; onAdd: (subnetId: string) => void }

/** An id from a script or another account: it needs no network of its own here. */
export function AddSubnet({ taken, onAdd }: AddSubnetProps) {
  const t = useTranslations('create.subnets')
  const [text, setText] = useState('')
  const [isChecked, setChecked] = useState(false)
  const problem = subnetIdProblem(text, taken)
  const add = () => {
    setChecked(problem !== null)
    if (problem !== null) return
    onAdd(text)
    setText('')
  }
  return (
    <Field
      label={t('other')}
      help={t('otherHelp')}
      error={isChecked && problem !== null ? t(`otherProblem.${problem}`) : undefined}
    >
      {({ id, describedBy, invalid }) => (
        <div className="flex gap-2">
          <Input
            id={id}
            value={text}
            placeholder={t('otherPlaceholder')}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              add()
            }}
          />
          <Button onClick={add} className="max-desk:h-11">
            {t('add')}
          </Button>
        </div>
      )}
    </Field>
  )
}
