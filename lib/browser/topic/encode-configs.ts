/** Settings as MSK wants them: base64 of `key=value` lines. */
export function encodeConfigs(settings: Readonly<Record<string, string>>): string | undefined {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  if (lines.length === 0) return undefined
  const bytes = new TextEncoder().encode(lines.join('\n'))
  return btoa(String.fromCodePoint(...bytes))
}
