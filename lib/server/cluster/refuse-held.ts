import { conflict } from '../http/api-error'

/** A cluster that waits for a person's decision may be looked at but not changed: what is wanted of it may be long past. */
export function refuseHeld({ name, heldBecause }: { name: string; heldBecause: string | null }) {
  if (heldBecause === null) return
  throw conflict(
    `The cluster ${name} cannot be changed: its directories know of later things than this database. Decide on its page whether it is driven by what the database says, or forgotten.`,
  )
}
