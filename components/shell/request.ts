import { cookies, headers } from 'next/headers'
import { createTranslator } from 'use-intl/core'
import { chooseLocale, LOCALE_COOKIE, type Locale } from '@/lib/browser/locale'
import { chooseRegion, REGION_COOKIE } from '@/lib/browser/region'
import en from '@/messages/en.json'
import ja from '@/messages/ja.json'
import type { Messages } from './messages'

const CATALOGUES: Record<Locale, Messages> = { en, ja }

/** Language and region of the present request. Reading them makes a page dynamic, which every page here must be. */
export async function requestLocale(): Promise<{ locale: Locale; messages: Messages }> {
  const cookie = (await cookies()).get(LOCALE_COOKIE)?.value
  const locale = chooseLocale(cookie, (await headers()).get('accept-language'))
  return { locale, messages: CATALOGUES[locale] }
}

export async function requestRegion(): Promise<string> {
  return chooseRegion((await cookies()).get(REGION_COOKIE)?.value)
}

/** Words for what the server renders itself: titles. */
export async function requestWords(namespace: 'titles') {
  return createTranslator({ ...(await requestLocale()), namespace })
}
