import type { Translate } from '#shared/i18n/translator.ts'

/** `12 ms`, `3.0 s`: short, and precise enough to compare. */
export function durationWords(ms: number, t: Translate): string {
  return ms < 1_000 ? t('duration.ms', { ms: Math.round(ms) }) : t('duration.s', { s: ms / 1_000 })
}
