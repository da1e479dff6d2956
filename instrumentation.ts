/** Next calls this once per server process, before the first request. It must return at once and never throw. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startEngine } = await import('@/lib/server/start-engine')
    startEngine()
  }
}
