import type { ConfigurationProblem } from './read-configuration'

/** A problem in the API's English: MSK's sentence where it has one, then what to do. */
export function problemWords(problem: ConfigurationProblem): string {
  return `Line ${problem.line}: ${sentence(problem)}`
}

function sentence(problem: ConfigurationProblem): string {
  const { key } = problem
  switch (problem.rule) {
    case 'unknown': {
      const { nearest } = problem.parameters
      const hint = nearest === null ? '' : ` Did you mean ${nearest}?`
      return `Key '${key}' is not supported by at least one Apache Kafka version.${hint}`
    }
    case 'notInRelease':
      return `Key '${key}' is not supported by at least one Apache Kafka version: ${problem.parameters.release} does not know it.`
    case 'escape':
      return 'A \\u must be followed by four hexadecimal digits.'
    case 'noValue':
      return `Key '${key}' has no value. Give it one, or leave the line out for the default.`
    case 'twice':
      return `Key '${key}' stands on line ${problem.parameters.first} already. Keep one of them.`
    case 'type':
      return `The value of '${key}' must be ${TYPES[problem.parameters.type]}.`
    case 'range':
      return `The value of '${key}' must be ${rangeWords(problem.parameters)}.`
    case 'oneOf':
      return `The value of '${key}' must be one of ${problem.parameters.values.join(', ')}.`
  }
}

const TYPES = {
  boolean: 'true or false',
  short: 'a whole number of 16 bits',
  int: 'a whole number of 32 bits',
  long: 'a whole number of 64 bits',
  double: 'a number',
  string: 'a text',
  list: 'a list with commas',
  class: 'the name of a Java class',
} as const

function rangeWords({ from, to }: { from: number | null; to: number | null }): string {
  if (from === null) return `at most ${to ?? ''}`
  return to === null ? `at least ${from}` : `from ${from} to ${to}`
}
