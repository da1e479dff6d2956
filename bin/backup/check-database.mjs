// @ts-check
import { createClient } from '@libsql/client'

/** Run by `database-trouble.mjs` with a database's file: prints `ok`, or what is wrong with it. */
try {
  const { rows } = await createClient({ url: `file:${process.argv[2]}` }).execute('PRAGMA quick_check')
  console.log(
    rows.map(({ quick_check: said }) => (typeof said === 'string' ? said : 'not readable')).join('; '),
  )
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error))
}
