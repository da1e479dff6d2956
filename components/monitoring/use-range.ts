import { useAddress } from '@/components/table/use-address'
import {
  DEFAULT_RANGE,
  readRange,
  writeRange,
  type LastRange,
  type TimeRange,
} from '@/lib/browser/metrics/time-range'

/**
 * What part of the past is looked at, kept in the address once it was chosen. Until then it is what is usual, which
 * may be another one tomorrow: a link that was sent shows what was chosen, whenever it is followed.
 */
export function useRange(usual: LastRange = DEFAULT_RANGE) {
  const [text, setText] = useAddress('range', '')
  const setRange = (next: TimeRange) => {
    const written = writeRange(next)
    setText(written === DEFAULT_RANGE && usual === DEFAULT_RANGE ? '' : written)
  }
  return { range: readRange(text === '' ? usual : text), setRange }
}
