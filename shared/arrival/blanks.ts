/**
 * Without the spaces and tabs at its ends.
 *
 * SECURITY: `trim` takes away what only Unicode calls blank as well, and so makes a known name of one that the server
 * on the way had let through as unknown (RFC 5234: WSP is a space or a tab).
 */
export function withoutBlanks(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && isBlank(text.charAt(start))) start += 1
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

export function isBlank(letter: string): boolean {
  return letter === ' ' || letter === '\t'
}
