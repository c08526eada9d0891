import { isPasteable } from '#shared/text/pasteable.ts'

/** Every character PowerShell takes for a single quote, the typographic ones among them. */
const QUOTES = /['\u2018\u2019\u201A\u201B]/g

/**
 * A text as one argument of a PowerShell command, `null` where it cannot be one safely.
 * SECURITY: an address may hold `'`, `$`, a backtick or `;` (RFC 5322 section 3.2.3). Between single quotes nothing
 * is expanded, and a quote in the text is doubled, so no address ends the argument it stands in.
 */
export function powerShellText(text: string): string | null {
  return text === '' || !isPasteable(text) ? null : `'${text.replaceAll(QUOTES, (quote) => quote + quote)}'`
}

/** A text inside a filter of Microsoft Graph (OData), as one argument of a PowerShell command. */
export function graphFilter(property: string, text: string): string | null {
  return text === '' ? null : powerShellText(`${property} eq '${text.replaceAll("'", "''")}'`)
}
