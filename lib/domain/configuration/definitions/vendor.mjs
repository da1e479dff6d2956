// @ts-check
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Writes `definitions.json`: what Kafka itself says of each setting a configuration may have, for every release given.
 * A release prints its own definitions (`kafka.server.KafkaConfig`); those that say the same share one entry.
 *
 *     node lib/domain/configuration/definitions/vendor.mjs 4.3.1=/path/to/jars 2.2.1=/path/to/jars …
 */

/** @typedef {{ name: string, doc: string, type: string, default: string, valid: string, mode: string }} Definition */

const here = (/** @type {string} */ name) => new URL(name, import.meta.url)
/** @type {string[]} */
const allowed = JSON.parse(readFileSync(here('allowed.json'), 'utf8'))

/** @type {Map<string, Map<string, { releases: string[] } & Omit<Definition, 'name'>>>} */
const found = new Map(allowed.map((name) => [name, new Map()]))
for (const argument of process.argv.slice(2)) {
  const [release = '', jars = ''] = argument.split('=')
  const page = execFileSync('java', ['-cp', `${jars}/*`, 'kafka.server.KafkaConfig'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for (const { name, ...rest } of [...readList(page), ...readTable(page)]) {
    const entries = found.get(name)
    if (entries === undefined) continue
    const text = JSON.stringify(rest)
    const entry = entries.get(text) ?? { releases: [], ...rest }
    entry.releases.push(release)
    entries.set(text, entry)
  }
}
const out = Object.fromEntries([...found].map(([name, entries]) => [name, [...entries.values()]]))
writeFileSync(here('definitions.json'), `${JSON.stringify(out, null, 2)}\n`)

/** As releases since 2.5 print it. @param {string} page @returns {Definition[]} */
function readList(page) {
  const parts = page.split('<li>\n<h4>').slice(1)
  return parts.map((part) => {
    const cell = (/** @type {string} */ head) =>
      plain(new RegExp(`<th>${head}:</th><td>([\\s\\S]*?)</td>`).exec(part)?.[1] ?? '')
    return {
      name: plain(/<a id="([^"]+)">/.exec(part)?.[1] ?? ''),
      doc: plain(/<p>([\s\S]*?)<\/p>\n<table>/.exec(part)?.[1] ?? ''),
      type: cell('Type'),
      default: withoutAside(cell('Default')),
      valid: cell('Valid Values'),
      mode: cell('Update Mode'),
    }
  })
}

/** As releases before it do. @param {string} page @returns {Definition[]} */
function readTable(page) {
  if (!page.startsWith('<table')) return []
  return page
    .split('<tr>')
    .slice(2)
    .map((row) => {
      const cells = row
        .split('</td></td>')
        .map((cell) => plain(cell.replace(/^\s*<td>/, '').replace(/<\/td><\/tr>[\s\S]*$/, '')))
      const [name = '', doc = '', type = '', byDefault = '', valid = '', , mode = ''] = cells
      return { name, doc, type, default: byDefault, valid, mode }
    })
}

/** `1048576 (1 mebibyte)` is told to people; the value is what stands first. @param {string} text */
function withoutAside(text) {
  return text.replace(/ \([^)]*\)$/, '')
}

/** @param {string} html */
function plain(html) {
  return (
    html
      // A list or a new line parts sentences; other tags stand within one.
      .replace(/<\/?(?:ul|ol|li|p|br|div)\b[^>]*>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ')
      .trim()
  )
}
