import { useEffect } from 'react'

const MARK = /^[✓✕] /

/** One title for the whole tab, however many views ask: the last one asked for is shown. */
let wanted: string | null = null
let mark = ''
let observer: MutationObserver | null = null

/** The name of what is shown stands on the tab: with many open one still finds the right one. Null leaves it to another. */
export function useTitle(title: string | null) {
  useEffect(() => {
    if (title === null) return
    // As the browser gives it back: a title that never equals what was set would be set for ever.
    const shown = title.replaceAll(/\s+/g, ' ').trim()
    wanted = shown
    show()
    return () => {
      if (wanted === shown) wanted = null
    }
  }, [title])
}

/** Something waits to be seen in a tab nobody looks at: `✓ ` or `✕ ` before its title, nothing once it was seen. */
export function markTitle(text: '✓ ' | '✕ ' | '') {
  if (text === mark) return
  mark = text
  show()
}

function show() {
  // The framework writes the page's general title when it commits a navigation, which may be after the view's.
  if (observer === null) {
    observer = new MutationObserver(show)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  }
  const title = (mark + (wanted ?? document.title.replace(MARK, ''))).trim()
  if (document.title !== title) document.title = title
}
