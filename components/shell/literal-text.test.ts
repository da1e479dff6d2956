import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/**
 * What a reader sees or hears comes from the catalogues. Found mechanically: text between tags, strings in braces
 * between tags, and the attributes that are read out. Names of keys (inside <Kbd>) are the same in every language.
 */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'title',
  'placeholder',
  'alt',
  'label',
  'help',
  'text',
])
const LETTER = /\p{L}/u

const root = join(import.meta.dirname, '..', '..')
const files = ['components', 'app'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(folder, name)),
)

describe('no visible literal text', () => {
  test.each(files)('%s', (file) => {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(root, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    )
    expect(literalsIn(source)).toEqual([])
  })
})

function literalsIn(node: ts.Node): string[] {
  const here = literalOf(node)
  if (here !== null && LETTER.test(here)) return [here.trim()]
  if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Kbd') return []
  const found: string[] = []
  ts.forEachChild(node, (child) => {
    found.push(...literalsIn(child))
  })
  return found
}

function literalOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text
  if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) return attributeText(node)
  if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
    return ts.isStringLiteralLike(node.expression) ? node.expression.text : null
  }
  return null
}

function attributeText({ initializer }: ts.JsxAttribute): string | null {
  if (initializer === undefined) return null
  if (ts.isStringLiteral(initializer)) return initializer.text
  const inner = ts.isJsxExpression(initializer) ? initializer.expression : undefined
  return inner !== undefined && ts.isStringLiteralLike(inner) ? inner.text : null
}
