import { Fragment } from 'react'

/** An address, a host name or a code that breaks after @, dots and underscores, where a reader would break it, before it breaks anywhere. */
export function Breakable({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[@._])(?=\S)/)
  return parts.map((part, index) => (
    // A text is never sorted anew: its parts keep their places.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
