import { useEffect } from 'react'

/** The name of what is shown stands on the tab: with many open one still finds the right one. */
export function useTitle(title: string) {
  useEffect(() => {
    const keep = () => {
      if (document.title !== title) document.title = title
    }
    keep()
    // The framework writes the page's general title when it commits a navigation, which may be after this.
    const observer = new MutationObserver(keep)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [title])
}
