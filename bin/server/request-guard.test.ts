import { describe, expect, test } from 'vitest'
import { createGuard } from './request-guard.mjs'

const guard = createGuard({
  host: '127.0.0.1',
  port: 3000,
  allowedHosts: ['mosaik.example', 'other.example:8443'],
})
const ask = (headers: Record<string, string>, method = 'GET', url = '/clusters') =>
  guard({ method, url, headers: { host: '127.0.0.1:3000', ...headers } })?.status ?? 'passes'

describe('the Host header', () => {
  test.each(['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST:3000', '[::1]:3000'])('%s is ours', (host) => {
    expect(ask({ host })).toBe('passes')
  })

  test.each(['mosaik.example', 'mosaik.example:80', 'mosaik.example:4000', 'other.example:8443'])(
    '%s was allowed',
    (host) => {
      expect(ask({ host })).toBe('passes')
    },
  )

  test.each([
    'evil.example:3000',
    'evil.example',
    '127.0.0.1:3001',
    '127.0.0.1',
    'localhost.evil.example:3000',
    'other.example',
    '192.168.1.5:3000',
    '',
  ])('"%s" is refused', (host) => {
    expect(ask({ host })).toBe(403)
  })

  test('a missing one is refused', () => {
    expect(guard({ method: 'GET', url: '/', headers: {} })?.status).toBe(403)
  })

  test('on port 80 browsers leave the port out', () => {
    const onEighty = createGuard({ host: '127.0.0.1', port: 80, allowedHosts: [] })
    expect(onEighty({ method: 'GET', url: '/', headers: { host: 'localhost' } })).toBeNull()
  })

  test('an address of ours that is not the usual one', () => {
    const elsewhere = createGuard({ host: '127.0.0.9', port: 3000, allowedHosts: [] })
    expect(elsewhere({ method: 'GET', url: '/', headers: { host: '127.0.0.9:3000' } })).toBeNull()
  })
})

describe('a browser on another page', () => {
  test.each([
    ['http://evil.example', 'POST'],
    ['https://evil.example', 'GET'],
    ['null', 'POST'],
    ['http://localhost:4000', 'POST'],
    ['file://', 'GET'],
  ])('origin %s cannot %s', (origin, method) => {
    expect(ask({ origin }, method, '/v1/clusters')).toBe(403)
  })

  test.each(['http://127.0.0.1:3000', 'http://localhost:3000', 'https://mosaik.example'])(
    'origin %s is our own page',
    (origin) => {
      expect(ask({ origin, 'sec-fetch-site': 'same-origin' }, 'POST', '/v1/clusters')).toBe('passes')
    },
  )

  test.each(['cross-site', 'same-site'])('%s cannot read the API by GET, nor embed a page', (site) => {
    const embedded = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }
    expect(ask(embedded, 'GET', '/v1/clusters')).toBe(403)
    expect(ask({ ...embedded, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' })).toBe(403)
  })

  test('a link may open a page, and only a page', () => {
    const followed = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }
    expect(ask(followed, 'GET', '/clusters/create')).toBe('passes')
    expect(ask(followed, 'GET', '/api/console/clusters')).toBe(403)
    expect(ask(followed, 'GET', '/v1/clusters')).toBe(403)
    expect(ask(followed, 'POST', '/clusters/create')).toBe(403)
  })

  test('an address typed by hand passes', () => {
    expect(ask({ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' })).toBe('passes')
  })
})

test('programs send neither Origin nor Sec-Fetch-Site and pass', () => {
  expect(ask({ authorization: 'AWS4-HMAC-SHA256 …' }, 'POST', '/v1/clusters')).toBe('passes')
})

test('a target with a host of its own is refused', () => {
  expect(ask({}, 'GET', 'http://evil.example/v1/clusters')).toBe(400)
})

describe('percent escapes', () => {
  const refusal = (url: string) => guard({ method: 'GET', url, headers: { host: '127.0.0.1:3000' } })

  test.each(['/v1/clusters/%E0%A4%A', '/v1/clusters/%', '/clusters/%E0%A4%A', '/%zz', '/clusters/%FF?a=b'])(
    '%s has a broken one in its path',
    (url) => {
      expect(refusal(url)).toMatchObject({
        status: 400,
        message: expect.stringMatching(/path has a broken percent escape/),
      })
    },
  )

  test.each(['/v1/clusters?clusterNameFilter=%', '/clusters?a=b&c=%C3', '/clusters?a=b?%A'])(
    '%s has a broken one in its query',
    (url) => {
      expect(refusal(url)).toMatchObject({
        status: 400,
        message: expect.stringMatching(/query has a broken percent escape/),
      })
    },
  )

  test.each(['/v1/clusters/arn%3Aaws%3Akafka%2Fx', '/clusters/%E0%A4%A4?a=100%25&b=c+d', '/?'])(
    '%s is whole',
    (url) => {
      expect(refusal(url)).toBeNull()
    },
  )

  test('another host is told nothing about them', () => {
    expect(guard({ method: 'GET', url: '/%', headers: { host: 'evil.example' } })?.status).toBe(403)
  })
})

test('each refusal names the header that caused it', () => {
  const message = (headers: Record<string, string>) =>
    guard({ method: 'GET', url: '/v1/clusters', headers: { host: '127.0.0.1:3000', ...headers } })?.message
  expect(message({ 'sec-fetch-site': 'cross-site' })).toMatch(/Sec-Fetch-Site: cross-site/)
  expect(message({ 'sec-fetch-site': 'cross-site' })).not.toMatch(/Origin/)
  expect(message({ origin: 'http://evil.example' })).toMatch(/must not send an Origin header/)
})
