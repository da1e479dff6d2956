import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '@/lib/browser/locale'
import en from '@/messages/en.json'
import ja from '@/messages/ja.json'

const CATALOGUES: Record<Locale, object> = { en, ja }

/** Every message by its whole key, sorted. */
function messagesOf(catalogue: object, prefix = ''): [key: string, message: string][] {
  return Object.entries(catalogue)
    .flatMap(([key, value]): [string, string][] =>
      typeof value === 'object' && value !== null
        ? messagesOf(value, `${prefix}${key}.`)
        : [[`${prefix}${key}`, String(value)]],
    )
    .toSorted(([left], [right]) => left.localeCompare(right))
}

/** Arguments and tags of a message, however deep in a plural; whether it is a plural is each language’s own affair. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return []
      case TYPE.argument:
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        return [element.value]
      case TYPE.select:
      case TYPE.plural:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))]
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)]
    }
  })
}

const signature = (message: string): string => [...new Set(argumentsOf(parse(message)))].toSorted().join(' ')

describe.each(LOCALES)('catalogue %s', (locale) => {
  const messages = messagesOf(CATALOGUES[locale])

  test('has exactly the keys of English', () => {
    expect(messages.map(([key]) => key)).toEqual(messagesOf(en).map(([key]) => key))
  })

  test('has exactly the arguments of English', () => {
    const signatures = (all: typeof messages) => all.map(([key, message]) => `${key}: ${signature(message)}`)
    expect(signatures(messages)).toEqual(signatures(messagesOf(en)))
  })

  test('has no empty message and no begging, boasting or shouting', () => {
    const wrong = messages.filter(
      ([, message]) =>
        message.trim() === '' || /!|！|\bplease\b|successful|ご確認ください|正常に/i.test(message),
    )
    expect(wrong).toEqual([])
  })
})
