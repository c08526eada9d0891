/**
 * The client IDs under which this build is registered, by issuer. Empty in the sources: a registration belongs to the
 * distributor of a build, and is lost when two of them share one.
 */
export const BUILD_CLIENTS: Readonly<
  Record<string, { readonly id: string; readonly secret: string | null }>
> = {}
