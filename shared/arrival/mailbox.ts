import { domainIn } from '#shared/arrival/domain-in.ts'
import { fieldTokens } from '#shared/arrival/field-tokens.ts'

const IN_ANGLES = /^[^<>@,:;]*<([^<>]*)> *$/
const ADDRESS = /^ *(?:[^ @<>,:;"]+|") *@ *([^ @<>,:;"]+) *$/

/**
 * The domain of the one mailbox in a field (RFC 5322 section 3.4), in small letters; `null` for several, a group, a
 * route, or anything that programs may read in different ways.
 *
 * SECURITY: comments, quoted texts and names hold what the sender chose, among them other addresses.
 */
export function mailboxDomain(value: string): string | null {
  const tokens = fieldTokens(value)
  if (tokens === null) return null
  // A quotation mark stands for a whole quoted text, a blank for a comment.
  const outline = tokens
    .map(({ kind, text, isGlued }) => {
      const shown = kind === 'comment' ? ' ' : kind === 'quoted' ? '"' : text
      return isGlued ? shown : ` ${shown}`
    })
    .join('')
  const address = outline.includes('<') ? IN_ANGLES.exec(outline)?.[1] : outline
  return domainIn(ADDRESS.exec(address ?? '')?.[1])
}
