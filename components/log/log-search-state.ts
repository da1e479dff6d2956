import { useState } from 'react'
import { useAddress } from '@/components/table/use-address'
import { readLevels, type LogLevel } from '@/lib/domain/log'

/** What one looks for in a log. `only`: the lines without it are left out. */
export type LogSearch = {
  text: string
  levels: readonly LogLevel[]
  only: boolean
  setText: (text: string) => void
  setLevels: (levels: readonly LogLevel[]) => void
  setOnly: (only: boolean) => void
}

/** On a page of its own it stands in the address. */
export function useLogSearchInAddress(): LogSearch {
  const [text, setText] = useAddress('log', '')
  const [levels, setLevels] = useAddress('level', '')
  const [only, setOnly] = useAddress('only', '')
  return {
    text,
    levels: readLevels(levels),
    only: only === '1',
    setText,
    setLevels: (next) => setLevels(next.join(',')),
    setOnly: (next) => setOnly(next ? '1' : ''),
  }
}

/** In a panel beside a page it lasts as long as the panel. */
export function useLogSearchHere(): LogSearch {
  const [text, setText] = useState('')
  const [levels, setLevels] = useState<readonly LogLevel[]>([])
  const [only, setOnly] = useState(false)
  return { text, levels, only, setText, setLevels, setOnly }
}
