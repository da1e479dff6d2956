import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/**
 * One listener for the whole page. Single-letter keys can be turned off, are ignored while something is typed or a
 * dialog, menu or list holds the focus, and belong to whoever registered them last (the view on top).
 * A name is a key as the browser calls it in lower case, two keys with a space for a sequence ("g c"), or
 * "mod+enter", which also works inside fields because no text needs it.
 */
export type KeyName = string
/** An action that answers `pass` did nothing: the key goes on to the next layer and to the browser. */
type KeyMap = Readonly<Record<KeyName, () => void | 'pass'>>

const SEQUENCE_MS = 1200
const STORAGE_KEY = 'mosaik-keys'
const layers: { run: (name: KeyName) => boolean }[] = []
let firstOfSequence: { key: string; at: number } | null = null

export function useHotKeys(keys: KeyMap) {
  const run = useEffectEvent((name: KeyName) => {
    const action = keys[name]
    return action !== undefined && action() !== 'pass'
  })
  useEffect(() => {
    const layer = { run: (name: KeyName) => run(name) }
    if (layers.length === 0) document.addEventListener('keydown', onKeyDown)
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      if (layers.length === 0) document.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

function onKeyDown(event: KeyboardEvent) {
  if (event.isComposing || event.altKey) return
  const key = event.key.toLowerCase()
  const mod = event.metaKey || event.ctrlKey
  if (mod) {
    // Also where a control has taken Enter for nothing of its own, as radio buttons do.
    if (fire(`mod+${key}`)) event.preventDefault()
    return
  }
  if (event.defaultPrevented || isBusy(event.target, key) || !hotKeysOn()) return
  const first = firstOfSequence
  firstOfSequence = null
  if (first !== null && event.timeStamp - first.at < SEQUENCE_MS && fire(`${first.key} ${key}`)) {
    event.preventDefault()
    return
  }
  if (fire(key)) event.preventDefault()
  else firstOfSequence = { key, at: event.timeStamp }
}

const fire = (name: KeyName): boolean => layers.toReversed().some((layer) => layer.run(name))

/** Focus is trapped in an open dialog or menu, so where the event comes from says whether one is open. */
function isBusy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  // Enter on a link or button is the link's or the button's own.
  if (key === 'enter' && target.closest('a, button') !== null) return true
  return target.closest('input, textarea, select, [role=dialog], [role=menu], [role=listbox]') !== null
}

const listeners = new Set<() => void>()
const hotKeysOn = (): boolean => localStorage.getItem(STORAGE_KEY) !== 'off'

/** Whether single-letter keys are on, kept on this browser. */
export function useHotKeysOn(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, hotKeysOn, () => true)
  const set = (value: boolean) => {
    localStorage.setItem(STORAGE_KEY, value ? 'on' : 'off')
    for (const listener of listeners) listener()
  }
  return [on, set]
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
