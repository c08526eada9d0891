/** The name under which an account's password is kept. */
export function passwordName(address: string): string {
  return `${address}/password`
}

/** The name under which is kept what gets the next token of an account. */
export function renewalName(address: string): string {
  return `${address}/sign-in`
}
