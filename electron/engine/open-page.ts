import { PROVIDERS } from '#shared/catalogue/providers.ts'
import type { OpenUrl } from '#engine/ports.ts'

const KNOWN_PAGES: ReadonlySet<string> = new Set(
  PROVIDERS.flatMap(({ pages, hints }) => [...Object.values(pages), ...hints.map((hint) => hint.url)]).filter(
    (url) => url !== undefined,
  ),
)

/**
 * Opens a page of the catalogue and nothing else.
 * SECURITY: what a page or a server names is never opened; handing an address to the system can start a program.
 */
export async function openPage(url: string, openUrl: OpenUrl): Promise<{ readonly opened: boolean }> {
  return { opened: KNOWN_PAGES.has(url) && (await openUrl(url)) }
}
