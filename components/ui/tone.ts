/** Colour is a state, never a decoration. A tone always comes with an icon and a word. */
export type Tone = 'ok' | 'run' | 'warn' | 'bad' | 'idle'

export const toneText: Record<Tone, string> = {
  ok: 'text-ok',
  run: 'text-run',
  warn: 'text-warn',
  bad: 'text-bad',
  idle: 'text-text-3',
}

export const toneBox: Record<Tone, string> = {
  ok: 'border-ok-line bg-ok-tint text-ok',
  run: 'border-run-line bg-run-tint text-run',
  warn: 'border-warn-line bg-warn-tint text-warn',
  bad: 'border-bad-line bg-bad-tint text-bad',
  idle: 'border-line-strong bg-transparent text-text-3',
}

export const toneFill: Record<Tone, string> = {
  ok: 'bg-ok-solid',
  run: 'bg-run-solid',
  warn: 'bg-warn-solid',
  bad: 'bg-bad-solid',
  idle: 'bg-bar',
}
