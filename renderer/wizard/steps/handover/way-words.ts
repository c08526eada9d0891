import { formatNamed } from '#shared/exporters/formats.ts'
import type { HandoverWay } from '#shared/handover/handover-programs.ts'
import type { Translate } from '#shared/i18n/translator.ts'

export function sameWay(one: HandoverWay, other: HandoverWay): boolean {
  return keyOf(one) === keyOf(other)
}

function keyOf(way: HandoverWay): string {
  return way.kind === 'format' ? way.format : way.kind === 'guide' ? way.guide : way.kind
}

/** What a way is called on its button; of several files each by its name. */
export function wayName(way: HandoverWay, t: Translate): string {
  if (way.kind !== 'format') return t(`handover.way.${way.kind}`)
  if (way.format === 'android-qr') return t('handover.way.qr')
  return t('handover.way.file-named', { name: formatNamed(way.format)?.fileName ?? way.format })
}
