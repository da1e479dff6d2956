import { DEFAULT_REGION, isRegion } from '@/lib/domain/network'

/** The region the console works in, kept in a cookie: lists, plans and creations belong to it. */
export const REGION_COOKIE = 'mosaik-region'

export const chooseRegion = (cookie: string | undefined): string =>
  cookie !== undefined && isRegion(cookie) ? cookie : DEFAULT_REGION
