import type en from '@/messages/en.json'
import type { Locale } from '@/lib/browser/locale'

/** English is the catalogue the keys are typed by; a test holds the others to exactly the same keys and arguments. */
declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof en
  }
}

export type Messages = typeof en
