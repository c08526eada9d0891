const HIDDEN = '•••'

/** A value of a word with `pass` or `secret` in its name, in quotes or without, and whatever gets it. */
const NAMED =
  /(\b[\w.-]{0,60}(?:pass|secret|token)[\w.-]{0,60}["']?\s{0,20}[=:]?\s{0,20})("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'][^\s]*)/gi
/** The password within a URL; one may have an @ of its own. */
const IN_URL = /(:\/\/[^\s/@:]{0,1000}:)[^\s/]{1,1000}@/g

/**
 * SECURITY: a line that changes may have a password on it, in a URL or beside the word that changes. It is shown to a user,
 * printed and kept in logs, so what may be a secret is left out: rather too much than too little.
 */
export function withoutSecrets(line: string): string {
  return line.replaceAll(IN_URL, `$1${HIDDEN}@`).replaceAll(NAMED, `$1${HIDDEN}`)
}
