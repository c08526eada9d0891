/** Tells password managers whose password this is. */
export function WhosePassword({ name }: { readonly name: string }) {
  return (
    <input
      className="unseen"
      name="username"
      autoComplete="username"
      value={name}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  )
}
