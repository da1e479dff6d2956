import { tokensOf, type Token } from './tokens'

/**
 * Metric math as far as Mosaik evaluates it: arithmetic over ids and numbers, arrays, SUM, AVG, MIN and MAX, and
 * METRICS(). One function a level of precedence, lowest first, as in every descent parser.
 */
export type Expression =
  | { is: 'number'; value: number }
  | { is: 'id'; id: string }
  | { is: 'negative'; of: Expression }
  | { is: 'arithmetic'; operator: Operator; left: Expression; right: Expression }
  | { is: 'list'; members: readonly Expression[] }
  | { is: 'aggregate'; name: Aggregate; of: Expression }
  /** All metrics of the request, or those whose id holds a text. */
  | { is: 'metrics'; holding: string }

export type Operator = '+' | '-' | '*' | '/' | '^'
export const AGGREGATES = ['SUM', 'AVG', 'MIN', 'MAX'] as const
export type Aggregate = (typeof AGGREGATES)[number]

export type Parsed = { expression: Expression } | { problem: string }

/** Deep enough for anything a person writes, and shallow enough for the stack. */
const DEPTH_MAX = 64

export function parseExpression(text: string): Parsed {
  const read = tokensOf(text)
  if ('strangerAt' in read)
    return {
      problem: `Unexpected character "${text.charAt(read.strangerAt)}" at position ${read.strangerAt + 1}.`,
    }
  try {
    const words = new Words(read.tokens)
    const expression = sum(words, 0)
    words.take('end')
    return { expression }
  } catch (error) {
    if (error instanceof Unexpected) return { problem: error.message }
    throw error
  }
}

class Unexpected extends Error {}

class Words {
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get next(): Token {
    return this.#tokens[this.#next] ?? { is: 'end', text: '', at: 0 }
  }

  /** The next word if it is this one. */
  accept(...signs: readonly string[]): string | null {
    const { is, text } = this.next
    if (is !== 'sign' || !signs.includes(text)) return null
    this.#next += 1
    return text
  }

  take(is: Token['is'], text?: string): Token {
    const token = this.next
    if (token.is !== is || (text !== undefined && token.text !== text)) throw unexpected(token, text)
    this.#next += 1
    return token
  }
}

function unexpected({ is, text, at }: Token, wanted?: string): Unexpected {
  const found = is === 'end' ? 'Unexpected end' : `Unexpected ${text} at position ${at + 1}`
  return new Unexpected(wanted === undefined ? `${found}.` : `${found}, expected ${wanted}.`)
}

function sum(words: Words, depth: number): Expression {
  let left = product(words, depth)
  for (;;) {
    const operator = operatorOf(words.accept('+', '-'))
    if (operator === null) return left
    left = { is: 'arithmetic', operator, left, right: product(words, depth) }
  }
}

function product(words: Words, depth: number): Expression {
  let left = negative(words, depth)
  for (;;) {
    const operator = operatorOf(words.accept('*', '/'))
    if (operator === null) return left
    left = { is: 'arithmetic', operator, left, right: negative(words, depth) }
  }
}

function negative(words: Words, depth: number): Expression {
  if (depth > DEPTH_MAX) throw new Unexpected(`The expression is nested deeper than ${DEPTH_MAX} levels.`)
  if (words.accept('-') === null) return power(words, depth)
  return { is: 'negative', of: negative(words, depth + 1) }
}

/** Binds to the right and closer than a sign before it: -2^2 is -4. */
function power(words: Words, depth: number): Expression {
  const left = single(words, depth)
  if (words.accept('^') === null) return left
  return { is: 'arithmetic', operator: '^', left, right: negative(words, depth + 1) }
}

function single(words: Words, depth: number): Expression {
  if (words.accept('(') !== null) {
    const within = sum(words, depth + 1)
    words.take('sign', ')')
    return within
  }
  if (words.accept('[') !== null) return list(words, depth + 1)
  const token = words.next
  if (token.is === 'number') return { is: 'number', value: Number(words.take('number').text) }
  if (token.is !== 'word') throw unexpected(token)
  words.take('word')
  return words.accept('(') === null ? named(token) : call(token, words, depth + 1)
}

function list(words: Words, depth: number): Expression {
  const members = [sum(words, depth)]
  while (words.accept(',') !== null) members.push(sum(words, depth))
  words.take('sign', ']')
  return { is: 'list', members }
}

function named({ text, at }: Token): Expression {
  if (/^[a-z]/.test(text)) return { is: 'id', id: text }
  throw new Unexpected(`Unexpected ${text} at position ${at + 1}: an id begins with a lowercase letter.`)
}

function call({ text }: Token, words: Words, depth: number): Expression {
  if (text === 'METRICS') return metrics(words)
  const name = AGGREGATES.find((known) => known === text)
  if (!name) {
    throw new Unexpected(
      `Unsupported function ${text}. Mosaik evaluates ${AGGREGATES.join(', ')} and METRICS, and the operators + - * / ^.`,
    )
  }
  const of = sum(words, depth)
  words.take('sign', ')')
  return { is: 'aggregate', name, of }
}

function metrics(words: Words): Expression {
  const holding = words.next.is === 'text' ? words.take('text').text.slice(1, -1) : ''
  words.take('sign', ')')
  return { is: 'metrics', holding }
}

const OPERATORS: readonly Operator[] = ['+', '-', '*', '/', '^']

const operatorOf = (sign: string | null): Operator | null =>
  OPERATORS.find((operator) => operator === sign) ?? null
