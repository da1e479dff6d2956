export const isWhole = (text: string): boolean => /^[1-9]\d{0,5}$/.test(text)
