/** The words of a metric math expression, each with its place for the sentence about what is wrong there. */
export type Token = { is: 'number' | 'word' | 'text' | 'sign' | 'end'; text: string; at: number }

const PATTERNS: readonly (readonly [Token['is'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['word', /[A-Za-z][A-Za-z0-9_]*/y],
  ['text', /"[^"]*"|'[^']*'/y],
  ['sign', /[-+*/^()[\],]/y],
]

/** Null at the first character that belongs to no word. */
export function tokensOf(expression: string): { tokens: Token[] } | { strangerAt: number } {
  const tokens: Token[] = []
  let at = 0
  while (at < expression.length) {
    const found = wordAt(expression, at)
    if (!found) return { strangerAt: at }
    if (found.is !== 'space') tokens.push({ is: found.is, text: found.text, at })
    at += found.text.length
  }
  return { tokens: [...tokens, { is: 'end', text: '', at }] }
}

function wordAt(expression: string, at: number) {
  for (const [is, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const text = pattern.exec(expression)?.[0]
    if (text !== undefined) return { is, text }
  }
  return null
}
