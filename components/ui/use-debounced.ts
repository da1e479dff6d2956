import { useEffect, useState } from 'react'

/** The value once it has stayed the same for a while, compared by its text. */
export function useDebounced<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
    // The text stands for the value: a new object that says the same must not start the wait again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [text, ms])
  return settled
}
