import type { Reason } from '#shared/domain/candidate.ts'
import type { DiscoveryHint } from '#shared/discovery/discovery.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** Why a setting is proposed. */
export function reasonWords(reason: Reason, t: Translate): string {
  const { kind, ...values } = reason
  return t(`reason.${kind}`, values)
}

/** What to know before signing in, or after it was refused. */
export function hintWords(hint: DiscoveryHint, provider: string, t: Translate): string {
  return t(`hint.${hint.kind}`, { provider })
}
