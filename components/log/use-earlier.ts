import { useMutation, useQueryClient } from '@tanstack/react-query'
import { loadEarlier, type LogSubject } from '@/lib/browser/queries/logs'
import { occurrences } from '@/lib/domain/log'

/** So far back one press goes in search of a match: ten thousand lines. */
const PAGES_BACK_MAX = 10

/** Fetches what stands before the lines held: a page, or so many that a match is among them. */
export function useEarlier(subject: LogSubject) {
  const client = useQueryClient()
  const load = useMutation({ mutationFn: () => loadEarlier(client, subject) })
  const search = useMutation({
    mutationFn: async (sought: string): Promise<string | null> => {
      for (let page = 0; page < PAGES_BACK_MAX; page++) {
        const came = await loadEarlier(client, subject)
        const match = came?.entries.findLast(({ text }) => occurrences(text, sought).length > 0)
        if (match) return match.position
        if (!came?.older) return null
      }
      return null
    },
  })
  return { load, search, isPending: load.isPending || search.isPending }
}
