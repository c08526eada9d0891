/** Whether a message may be sent there just to see it arrive: certified mail (PEC) has legal weight, and costs. */
export function takesTestMessage(hints: readonly { readonly kind: string }[]): boolean {
  return !hints.some(({ kind }) => kind === 'certified-mail')
}
