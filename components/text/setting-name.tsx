import { Fragment } from 'react'

/** On a phone a long name breaks after its dots, and not within a word. */
export function SettingName({ name }: { name: string }) {
  return (
    <span className="mono break-words">
      {name.split('.').map((part, place) => (
        <Fragment key={place}>
          {place === 0 ? null : (
            <>
              .<wbr />
            </>
          )}
          {part}
        </Fragment>
      ))}
    </span>
  )
}
