/** Many times what all settings there are take, in UTF-8. */
export const CONFIGURATION_BYTES_MAX = 64 * 1024

export const configurationBytes = (text: string): number => new TextEncoder().encode(text).length
