import type { PublishedRanges } from '#shared/catalogue/provider.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'

const byHost: ReadonlyMap<string, PublishedRanges> = new Map(
  PROVIDERS.flatMap(({ publishedRanges }) =>
    (publishedRanges?.hosts ?? []).flatMap((host) =>
      publishedRanges === undefined ? [] : [[host, publishedRanges] as const],
    ),
  ),
)

/** What the provider of a host says about the networks it is in; `null` for most. */
export function publishedRangesOf(host: string): PublishedRanges | null {
  return byHost.get(host) ?? null
}
