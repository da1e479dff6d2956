'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { startLive } from '@/lib/browser/live'
import { createAsker } from '@/lib/browser/queries/on-hint'

/** Joins this tab to the browser’s one event stream; hints make queries ask again. */
export function LiveConnection() {
  const client = useQueryClient()
  useEffect(
    () =>
      startLive(
        createAsker(client, () => document.hidden),
        () => void client.invalidateQueries(),
      ),
    [client],
  )
  return null
}
