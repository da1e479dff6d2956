export type SubnetIdProblem = 'missing' | 'characters' | 'taken'

/** An id that may be adopted: as AWS writes them, or any plain word. Null: it may be added. */
export function subnetIdProblem(id: string, taken: readonly string[]): SubnetIdProblem | null {
  if (id === '') return 'missing'
  if (!/^[\w-]{1,64}$/.test(id)) return 'characters'
  return taken.includes(id) ? 'taken' : null
}
