import { Fragment } from 'react'

/** An address or a host name that breaks after @ and dots, where a reader would break it, before it breaks anywhere. */
export function Breakable({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[@.])(?=\S)/)
  return parts.map((part, index) => (
    // A text is never sorted anew: its parts keep their places.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
