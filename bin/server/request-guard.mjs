// @ts-check

/**
 * Who may ask. The server listens on loopback and has no sign-in, so a web page the user happens to have open is the
 * attacker to think of. It can reach the port in two ways, and each has its check:
 *
 * - DNS rebinding: the page's own name is made to resolve to 127.0.0.1. The browser then sends that name as `Host`,
 *   which is not one of ours.
 * - A request across origins (a form post, an image, a fetch without reading the answer). The browser says so in
 *   `Origin` or in `Sec-Fetch-Site`, which no page can forge.
 *
 * Programs (the AWS CLI, SDKs, curl) send neither of the two and pass. Following a link from elsewhere to a page of
 * the console is the one thing allowed across origins.
 *
 * @typedef {object} Asked
 * @property {string} method
 * @property {string} url as in the request line
 * @property {Readonly<Record<string, string | string[] | undefined>>} headers
 *
 * @typedef {{ status: number, message: string }} Refused
 */

/**
 * @param {{ host: string, port: number, allowedHosts: readonly string[] }} server
 * @returns {(asked: Asked) => Refused | null}
 */
export function createGuard({ host, port, allowedHosts }) {
  const own = new Set(['127.0.0.1', 'localhost', '[::1]', bracketed(host)].map((name) => `${name}:${port}`))
  /** @param {string} authority a host with its port, as a browser writes it */
  const isOurs = (authority) => own.has(withPort(authority)) || isAllowed(authority, allowedHosts)

  return ({ method, url, headers }) => {
    // A proxy's absolute form could name another host than the Host header does.
    if (!url.startsWith('/')) return { status: 400, message: 'The request target must be a path.' }
    const asked = text(headers.host).toLowerCase()
    if (!isOurs(asked)) return foreignHost(asked)
    const origin = headers.origin === undefined ? null : text(headers.origin).toLowerCase()
    if (origin !== null && !isOurs(authorityOf(origin))) return foreignOrigin(origin)
    const site = text(headers['sec-fetch-site'])
    const isForeign = site === 'cross-site' || site === 'same-site'
    if (isForeign && !opensPage(method, url, headers)) return foreignSite(site)
    // Next would answer these with a bare 500, without a sentence and without the shape of the AWS protocol.
    return brokenEscape(url)
  }
}

/** @param {string} asked @returns {Refused} */
const foreignHost = (asked) => ({
  status: 403,
  message: `This server does not answer for the host "${asked}". If that name is yours, start Mosaik with MOSAIK_ALLOWED_HOSTS=${asked || 'NAME'}.`,
})

/** @param {string} origin @returns {Refused} */
const foreignOrigin = (origin) => ({
  status: 403,
  message: `A browser sent this request from ${origin}, and Mosaik answers only its own pages. Programs must not send an Origin header.`,
})

/** A GET carries no Origin, so the site is all that is known. @param {string} site @returns {Refused} */
const foreignSite = (site) => ({
  status: 403,
  message: `A browser sent this request for a page of another site (Sec-Fetch-Site: ${site}), and Mosaik answers only its own pages. Programs must not send a Sec-Fetch-Site header.`,
})

/** @param {string} url @returns {Refused | null} */
function brokenEscape(url) {
  const [path = '', ...query] = url.split('?')
  const broken = path.split('/').find((segment) => !isDecodable(segment))
  if (broken !== undefined) return brokenPart('path', broken)
  const brokenPair = query
    .join('?')
    .split('&')
    .find((pair) => !isDecodable(pair))
  return brokenPair === undefined ? null : brokenPart('query', brokenPair)
}

/** @param {'path' | 'query'} part @param {string} text @returns {Refused} */
const brokenPart = (part, text) => ({
  status: 400,
  message: `The ${part} has a broken percent escape in "${text}". Write each byte of UTF-8 as %XX, and a percent sign itself as %25.`,
})

/** @param {string} text */
function isDecodable(text) {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** Top-level navigation to a page: it shows the page to the user and tells the site it came from nothing. @param {string} method @param {string} url @param {Asked['headers']} headers */
const opensPage = (method, url, headers) =>
  method === 'GET' &&
  text(headers['sec-fetch-mode']) === 'navigate' &&
  text(headers['sec-fetch-dest']) === 'document' &&
  !/^\/(?:api|v1|replication)(?:\/|\?|$)/i.test(url)

/** An allowed name means that name on any port, since a proxy in front has a port of its own; with a port, only that. @param {string} authority @param {readonly string[]} allowed */
const isAllowed = (authority, allowed) =>
  allowed.includes(authority) || allowed.includes(authority.replace(/:\d+$/, ''))

/** @param {string} authority */
const withPort = (authority) =>
  /:\d+$/.test(authority) && !authority.endsWith(']') ? authority : `${authority}:80`

/** @param {string} host */
const bracketed = (host) => (host.includes(':') ? `[${host}]` : host)

/** `null` is what sandboxed frames and local files send: nobody's. @param {string} origin */
const authorityOf = (origin) => /^https?:\/\/(.+)$/.exec(origin)?.[1] ?? ''

/** @param {string | string[] | undefined} header */
const text = (header) => (Array.isArray(header) ? header.join(',') : (header ?? ''))
