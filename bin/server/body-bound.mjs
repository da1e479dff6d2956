// @ts-check

/** Far above what any route takes (routes have their own, smaller bounds); it only keeps memory finite. */
export const BODY_BYTES_MAX = 12 * 1024 * 1024

/**
 * Ends a request whose body grows past the bound. A declared length is judged before a byte is read. A chunked body
 * has none and is counted where the parser hands it over: a `data` listener would start the stream before the route
 * is there to read it.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {() => void} onExceeded called once
 * @returns {boolean} false when it is already known to be too long
 */
export function boundBody(request, onExceeded) {
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > BODY_BYTES_MAX) {
    onExceeded()
    return false
  }
  if (request.headers['transfer-encoding'] === undefined) return true
  let seen = 0
  const push = request.push.bind(request)
  request.push = (chunk, encoding) => {
    const before = seen
    seen += chunk?.length ?? 0
    if (seen <= BODY_BYTES_MAX) return push(chunk, encoding)
    if (before <= BODY_BYTES_MAX) onExceeded()
    return false
  }
  return true
}
