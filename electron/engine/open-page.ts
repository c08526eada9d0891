import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { BLOCK_LIST_PAGES } from '#shared/replies/block-list.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { mailLink, type Letter } from '#shared/report/letter.ts'
import type { OpenUrl } from '#engine/environment.ts'

const KNOWN_PAGES: ReadonlySet<string | undefined> = new Set([
  ...PROVIDERS.flatMap(({ pages, hints, ends = [] }) => [
    ...Object.values(pages),
    ...[...hints, ...ends].map(({ url }) => url),
  ]),
  ...BLOCK_LIST_PAGES,
])

/**
 * Opens a page of the catalogue or of a block list we know, or one the organisation of this computer has named, and nothing else.
 * SECURITY: what a page or a server names is never opened; handing an address to the system can start a program.
 */
export async function openPage(
  url: string,
  openUrl: OpenUrl,
  policy: Policy | null,
): Promise<{ readonly opened: boolean }> {
  const known = KNOWN_PAGES.has(url) || pagesOf(policy).includes(url)
  return { opened: known && (await openUrl(url)) }
}

function pagesOf(policy: Policy | null): readonly string[] {
  if (policy === null) return []
  return [policy.support?.url, ...policy.providers.map(({ helpPage }) => helpPage)].filter(
    (url) => url !== undefined && url !== null,
  )
}

/**
 * Opens a message in the user's mail program.
 * SECURITY: the link is made here, from the words alone: whatever a page or a server has put into them, it names no
 * recipient, no attachment and no other program.
 */
export async function openLetter(
  letter: Letter,
  language: Language,
  openUrl: OpenUrl,
): Promise<{ readonly opened: boolean }> {
  return { opened: await openUrl(mailLink(letter, createTranslator(language).t)) }
}
