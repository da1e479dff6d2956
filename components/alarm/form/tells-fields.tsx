import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { type Control, useController } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Switch } from '@/components/ui/switch'
import { TextLink } from '@/components/ui/text-link'
import type { AlarmValues } from '@/lib/browser/alarm/form'
import { webhooksQuery } from '@/lib/browser/queries/alarms'
import { routes } from '@/lib/browser/routes'

/** Whom the alarm tells when it begins to ring, and when that is over. */
export function TellsFields({ control }: { control: Control<AlarmValues> }) {
  const t = useTranslations('alarms.form')
  const webhooks = useQuery(webhooksQuery()).data ?? []
  return (
    <fieldset className="grid gap-3 border-t border-line pt-4">
      <legend className="float-left text-13 font-semibold">{t('tells')}</legend>
      <div className="clear-both">
        {webhooks.length === 0 ? (
          <p className="text-12 text-text-2">{t.rich('noWebhooks', toWebhooks)}</p>
        ) : (
          <ul className="grid gap-2">
            {webhooks.map(({ name, arn }) => (
              <li key={name} className="flex flex-wrap items-center gap-x-6 gap-y-2">
                <span className="min-w-32 text-13 font-[550]">{name}</span>
                <Told control={control} at="ringing" arn={arn} />
                <Told control={control} at="over" arn={arn} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </fieldset>
  )
}

const toWebhooks = {
  link: (chunks: ReactNode) => (
    <TextLink asChild className="underline">
      <NextLink href={routes.webhooks()}>{chunks}</NextLink>
    </TextLink>
  ),
}

function Told({ control, at, arn }: { control: Control<AlarmValues>; at: 'ringing' | 'over'; arn: string }) {
  const t = useTranslations('alarms.form')
  const { field } = useController({ control, name: at })
  return (
    <Switch
      label={t(at)}
      on={field.value.includes(arn)}
      onChange={(on) =>
        field.onChange(on ? [...field.value, arn] : field.value.filter((each) => each !== arn))
      }
    />
  )
}
