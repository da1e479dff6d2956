import { kcatSnippet, mosaikSnippet, scriptsSnippet } from './command-line'
import { javaSnippet } from './java'
import { nodeSnippet } from './node'
import { pythonSnippet } from './python'
import type { Client, SnippetFacts, SnippetPart } from './snippet'

/** Each produces a record and reads it back, complete as it stands. */
export const SNIPPETS: Record<Client, (facts: SnippetFacts) => SnippetPart[]> = {
  kcat: kcatSnippet,
  mosaik: mosaikSnippet,
  scripts: scriptsSnippet,
  java: javaSnippet,
  python: pythonSnippet,
  node: nodeSnippet,
}
