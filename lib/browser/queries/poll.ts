import { isStreaming } from '../live'

/**
 * How often a query asks again: quickly while something is in flight, slowly otherwise. Hints of the event stream
 * come on top; without the stream the quick pace is all there is. Never slower than 5 s for what is shown as live,
 * because after 15 s without a look a state is no longer known.
 */
export function pollMs({ inFlight }: { inFlight: boolean }): number {
  if (inFlight) return isStreaming() ? 2000 : 1000
  return 5000
}
