import type { KeptMinute } from '@/lib/domain/availability/figures'
import { DIRECTIONS, HOUR_MINUTES, MINUTE_MS, minuteOf } from '@/lib/domain/availability/minutes'

/** Hours as they are stored, in order, as the minutes in which anything was tried. */
export const keptMinutes = (hours: readonly { at: Date; minutes: Uint8Array }[]): KeptMinute[] =>
  hours.flatMap(({ at, minutes }) =>
    Array.from({ length: HOUR_MINUTES }, (_, index) => ({
      ...minuteOf(minutes, index),
      at: at.getTime() + index * MINUTE_MS,
    })).filter((minute) => DIRECTIONS.some((direction) => minute[direction].attempts > 0)),
  )
