/**
 * Letters, digits and what addresses usually have besides: the same in a shell, in every settings file and in every
 * reader of them.
 */
export function isPlain(value: string): boolean {
  return /^[A-Za-z0-9._+@=-]+$/.test(value) && !value.startsWith('-')
}

export function isPrintableAscii(value: string): boolean {
  return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value)
}

/**
 * The characters that no line of a settings file may hold, whatever its quoting, and those that cannot be seen: the
 * terminal would show another value than the one that is written.
 */
const BREAKS_LINES = /[\p{Cc}\p{Cf}\u2028\u2029\ufffe\uffff]/u

export function isVisibleLine(value: string): boolean {
  return !BREAKS_LINES.test(value) && value.isWellFormed()
}

/** Readers of settings trim what stands at the ends. */
export function hasFirmEnds(value: string): boolean {
  return value !== '' && value === value.trim()
}

/** `# ` in front of every line. */
export function hashComments(notes: readonly string[]): readonly string[] {
  return notes.map((note) => `# ${note}`)
}

/** In double quotes, where a backslash makes quotes and backslashes stand for themselves. */
export function backslashQuoted(value: string): string {
  return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

/** For a POSIX shell, and for neomutt, which reads single quotes in the same way. */
export function shellQuoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`
}

/** Every octet but unreserved characters by its number (RFC 3986): stricter than `encodeURIComponent`. */
export function percentEncoded(value: string): string {
  return encodeURIComponent(value).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

export function lines(...parts: readonly (string | readonly string[] | null)[]): string {
  return `${parts
    .flatMap((part) => part ?? [])
    .join('\n')
    .trimEnd()}\n`
}
