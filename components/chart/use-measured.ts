import { type RefObject, useEffect, useRef, useState } from 'react'

/** How wide an element is, and whether it is in view or soon will be: what nobody sees need not be drawn again. */
export function useMeasured(): { ref: RefObject<HTMLDivElement | null>; width: number; isNear: boolean } {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const size = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    const place = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '240px',
    })
    size.observe(element)
    place.observe(element)
    return () => {
      size.disconnect()
      place.disconnect()
    }
  }, [])
  return { ref, width, isNear }
}
