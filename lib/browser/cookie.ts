const YEAR_S = 31_536_000

/** Keeps a choice on this browser where the server can read it with the next page. */
export function keepInCookie(name: string, value: string) {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_S}; samesite=lax`
}
