import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Providers } from '@/components/shell/providers'
import { requestLocale, requestRegion, requestWords } from '@/components/shell/request'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords('titles')
  return { title: t('clusters'), description: t('description'), icons: { icon: '/mark.svg' } }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, messages } = await requestLocale()
  return (
    // The theme is set on this element by a script before React sees it.
    <html lang={locale} suppressHydrationWarning>
      <body>
        <Providers locale={locale} messages={messages} region={await requestRegion()}>
          {children}
        </Providers>
      </body>
    </html>
  )
}
