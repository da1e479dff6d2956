/** Colours and cursor movements of a terminal. */
// oxlint-disable-next-line no-control-regex
const ESCAPES = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[@-Z\\-_])/g
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F]/g
/** Marks that turn the direction of writing: they can make a line read as what it is not. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/g

/** A log's text as it can be shown: what a terminal would obey is left out, what cannot be seen gets a picture. */
export const cleanText = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(ESCAPES, '')
    .replaceAll(CONTROLS, (unit) =>
      String.fromCharCode(unit === '\u007F' ? 0x24_21 : 0x24_00 + unit.charCodeAt(0)),
    )
    .replaceAll(DIRECTIONS, '\uFFFD')
