/** The text of a configuration as it goes over the wire, and back. */
export function toBase64(text: string): string {
  let bytes = ''
  // One call with a megabyte of arguments is more than a stack holds.
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCodePoint(byte)
  return btoa(bytes)
}

export const fromBase64 = (base64: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0))
