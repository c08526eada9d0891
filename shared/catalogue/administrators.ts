/** Providers, by id, whose addresses belong to a person and to no organisation. */
const WITHOUT_ADMINISTRATOR: ReadonlySet<string> = new Set(['outlook', 'gmail'])

/** Whether an address there may belong to an organisation with an administrator. */
export function hasAdministrator(providerId: string | null): boolean {
  return providerId === null || !WITHOUT_ADMINISTRATOR.has(providerId)
}
