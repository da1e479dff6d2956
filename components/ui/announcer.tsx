/** Says a sentence to screen readers when it changes, and shows nothing. */
export function Announcer({ sentence }: { sentence: string }) {
  return (
    <output aria-live="polite" className="sr-only">
      {sentence}
    </output>
  )
}
