'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import { type ReactNode, useState } from 'react'
import { IntlProvider } from 'use-intl'
import type { Locale } from '@/lib/browser/locale'
import { createQueryClient } from '@/lib/browser/queries/client'
import { RegionProvider } from './region'
import type { Messages } from './messages'

type ProvidersProps = { locale: Locale; messages: Messages; region: string; children: ReactNode }

export function Providers({ locale, messages, region, children }: ProvidersProps) {
  const [queryClient] = useState(createQueryClient)
  return (
    <ThemeProvider
      attribute="data-theme"
      storageKey="mosaik-theme"
      defaultTheme="system"
      disableTransitionOnChange
    >
      <IntlProvider locale={locale} messages={messages} timeZone="UTC">
        <QueryClientProvider client={queryClient}>
          <RegionProvider initialRegion={region}>{children}</RegionProvider>
        </QueryClientProvider>
      </IntlProvider>
    </ThemeProvider>
  )
}
