/** The languages the console speaks. A choice is kept in a cookie; without one the browser's own wish decides. */
export const LOCALES = ['en', 'ja'] as const
export type Locale = (typeof LOCALES)[number]

export const LOCALE_COOKIE = 'mosaik-locale'
const DEFAULT_LOCALE: Locale = 'en'

const isLocale = (word: string | undefined): word is Locale => LOCALES.some((locale) => locale === word)

export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { language: tag.split('-')[0]?.toLowerCase(), weight: Number(quality?.trim().slice(2) ?? 1) }
    })
    .toSorted((left, right) => right.weight - left.weight)
  return wishes.map(({ language }) => language).find(isLocale) ?? DEFAULT_LOCALE
}
