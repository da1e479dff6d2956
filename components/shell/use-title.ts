import { useEffect } from 'react'

/** The name of what is shown stands on the tab: with many open one still finds the right one. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = title
  }, [title])
}
