/**
 * What the app passwords of a provider look like: letters in groups, shown with a sign between them. Only where a
 * source says so; most providers do not tell.
 */
export interface AppPasswordFormat {
  readonly groups: number
  readonly each: number
  /** A space is for the eye and not part of the password; a hyphen is part of it. */
  readonly between: 'space' | 'hyphen'
}

/** Google's, Yahoo's and AOL's. */
export const FOUR_GROUPS_OF_FOUR: AppPasswordFormat = { groups: 4, each: 4, between: 'space' }

/** Whether something typed can be such a password, with or without the signs between its groups. */
export function looksLikeAppPassword({ groups, each }: AppPasswordFormat, typed: string): boolean {
  const bare = withoutSigns(typed)
  return bare.length === groups * each && /^[a-z]+$/i.test(bare)
}

/** Whether what is typed for a provider is one of its app passwords, by the ways to sign in that are good there today. */
export function takesAppPasswordsAlone(signIn: readonly string[]): boolean {
  return signIn.includes('app-password') && !signIn.includes('password')
}

/**
 * What is sent for a secret as it was typed or pasted. A password goes as it is: it may have a space in it. Of what
 * is all spaces nothing is taken away, because nothing would be left.
 * @param look `null` where no source says what the provider's app passwords look like
 */
export function secretToSend(
  kind: 'password' | 'app-password',
  format: AppPasswordFormat | null,
  typed: string,
): string {
  if (kind === 'password') return typed
  const sent = appPasswordToSend(format, typed)
  return sent === '' ? typed : sent
}

/**
 * What is sent for something typed: an app password as its provider takes it, however it was copied; anything else as
 * it is, because it may be a password with a space in it.
 * @param look `null` where the provider's format is not known: then spaces go, as no known format has any
 */
function appPasswordToSend(format: AppPasswordFormat | null, typed: string): string {
  if (format === null) return typed.replace(/\s+/g, '')
  if (!looksLikeAppPassword(format, typed)) return typed
  const bare = withoutSigns(typed).toLowerCase()
  if (format.between === 'space') return bare
  return (bare.match(new RegExp(`.{${format.each}}`, 'g')) ?? []).join('-')
}

function withoutSigns(typed: string): string {
  return typed.replace(/[\s-]+/g, '')
}
