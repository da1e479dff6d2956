'use client'

import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { tellEnded } from '@/components/feedback/toast'
import { useRegion } from '@/components/shell/region'
import { TextLink } from '@/components/ui/text-link'
import { ringingChanges } from '@/lib/browser/alarm/changes'
import type { Alarm } from '@/lib/browser/alarm/wire'
import { readAlarms, ringingQuery } from '@/lib/browser/queries/alarms'
import { routes } from '@/lib/browser/routes'
import { ALARM_LOOKS } from './alarm-looks'

/** Tells on every page that alarms began to ring or are over, while it is open. */
export function TellAlarms() {
  const t = useTranslations('alarms.told')
  const locale = useLocale()
  const { region } = useRegion()
  const pathname = usePathname()
  const ringing = useQuery(ringingQuery(region)).data
  const last = useRef<{ region: string; ringing: readonly Alarm[] } | null>(null)
  const tell = useEffectEvent((state: 'ALARM' | 'OK', names: readonly string[]) => {
    const [name] = names
    if (name === undefined) return
    const href = names.length === 1 ? routes.alarm(name) : routes.alarms()
    // Its own page shows it already.
    if (pathname === href) return
    tellEnded({
      look: ALARM_LOOKS[state],
      stays: state === 'ALARM',
      title: t(state === 'ALARM' ? 'began' : 'over', { count: names.length }),
      text:
        new Intl.ListFormat(locale, { type: 'unit' }).format(names.slice(0, 3)) +
        (names.length > 3 ? '…' : ''),
      link: (
        <TextLink asChild>
          <NextLink href={href}>{t(names.length === 1 ? 'view' : 'viewAll')}</NextLink>
        </TextLink>
      ),
    })
  })
  useEffect(() => {
    if (ringing === undefined) return
    const before = last.current
    last.current = { region, ringing }
    // What rang before the page was opened is shown in the navigation.
    if (before === null || before.region !== region) return
    const { began, ended } = ringingChanges(before.ringing, ringing)
    tell('ALARM', began)
    if (ended.length === 0) return
    // Deleted alarms, and those about which nothing is known any more, did not become well.
    void readAlarms({ AlarmNames: ended }, { region }).then((alarms) =>
      tell(
        'OK',
        alarms.filter(({ StateValue }) => StateValue === 'OK').map(({ AlarmName }) => AlarmName),
      ),
    )
  }, [ringing, region])
  return null
}
