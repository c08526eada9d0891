/** A long list of domains, written as lines of words. */
export function domainList(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
