/** The number of a port as a document gives it, `null` for what is none. */
export function readPort(text: string): number | null {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null
}
