/** The code by which Node and its libraries name an error (`ENOENT`, `ERR_TLS_…`); empty when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
