/**
 * What the app passwords of a provider look like: letters in groups, shown with a sign between them. Only where a
 * source says so; most providers do not tell.
 */
export interface AppPasswordLook {
  readonly groups: number
  readonly each: number
  /** A space is for the eye and not part of the password; a hyphen is part of it. */
  readonly between: 'space' | 'hyphen'
}

/** Google's, Yahoo's and AOL's. */
export const FOUR_GROUPS_OF_FOUR: AppPasswordLook = { groups: 4, each: 4, between: 'space' }

/** Whether something typed can be such a password, with or without the signs between its groups. */
export function looksLikeAppPassword({ groups, each }: AppPasswordLook, typed: string): boolean {
  const bare = withoutSigns(typed)
  return bare.length === groups * each && /^[a-z]+$/i.test(bare)
}

/**
 * What is sent for something typed: an app password as its provider takes it, however it was copied; anything else as
 * it is, because it may be a password with a space in it.
 * @param look `null` where the provider's format is not known: then spaces go, as no known format has any
 */
export function appPasswordToSend(look: AppPasswordLook | null, typed: string): string {
  if (look === null) return typed.replace(/\s+/g, '')
  if (!looksLikeAppPassword(look, typed)) return typed
  const bare = withoutSigns(typed).toLowerCase()
  if (look.between === 'space') return bare
  return (bare.match(new RegExp(`.{${look.each}}`, 'g')) ?? []).join('-')
}

function withoutSigns(typed: string): string {
  return typed.replace(/[\s-]+/g, '')
}
