import { badRequest } from './api-error'

/**
 * Pages by key: a token names the last row given out, not a count of rows, so nothing is skipped or repeated when
 * rows come and go between two pages. Opaque to callers; a token of another list is refused.
 */
type PagingInput = { maxResults: number; nextToken?: string | undefined }

export const encodeToken = (list: string, key: string): string =>
  Buffer.from(JSON.stringify([list, key])).toString('base64url')

/** The key after which the page begins; null for the first page. */
export function decodeToken(list: string, token: string | undefined): string | null {
  if (token === undefined) return null
  const [ofList, key] = parse(token)
  if (ofList !== list || typeof key !== 'string') throw invalidToken()
  return key
}

function parse(token: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

const invalidToken = () =>
  badRequest('The nextToken is not one that this list gave out. Begin again without it.', 'nextToken')

/** Cuts a page out of rows that were read with one more than asked for, which tells whether more remain. */
export function pageOf<Row>(
  list: string,
  rows: readonly Row[],
  maxResults: number,
  keyOf: (row: Row) => string,
) {
  const page = rows.slice(0, maxResults)
  const last = page.at(-1)
  return { page, next: rows.length > maxResults && last ? { nextToken: encodeToken(list, keyOf(last)) } : {} }
}

/** The page of a list that is in memory, in an order that never changes. */
export function pageInMemory<Row>(
  list: string,
  rows: readonly Row[],
  { maxResults, nextToken }: PagingInput,
  order: { keyOf: (row: Row) => string; isAfter: (row: Row, key: string) => boolean },
) {
  const after = decodeToken(list, nextToken)
  const rest = after === null ? rows : rows.filter((row) => order.isAfter(row, after))
  return pageOf(list, rest, maxResults, order.keyOf)
}
