/** The rule of MSK on names of clusters, told one part at a time: which part was broken, not only that one was. */
export const CLUSTER_NAME_MAX = 64

export type ClusterNameProblem =
  | { is: 'missing' }
  | { is: 'characters'; character: string }
  | { is: 'hyphen' }
  | { is: 'long'; count: number }

/** The first part of the rule that is broken, null if none is. */
export function clusterNameProblem(name: string): ClusterNameProblem | null {
  if (name === '') return { is: 'missing' }
  // By code point: half an emoji is not a character one could find in a name.
  const character = /[^0-9A-Za-z-]/u.exec(name)?.[0]
  if (character !== undefined) return { is: 'characters', character: visible(character) }
  if (name.startsWith('-')) return { is: 'hyphen' }
  if (name.length > CLUSTER_NAME_MAX) return { is: 'long', count: name.length }
  return null
}

/** What cannot be seen is told by its number; a space has a sign of its own. */
function visible(character: string): string {
  if (character === ' ') return '␣'
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return /[\p{C}\p{Z}\p{M}]/u.test(character) ? `U+${code}` : character
}
