import type { DeviceCard } from '#shared/devices/device-card.ts'
import type { WeighedWay } from '#shared/devices/sending-way.ts'
import { cardsByKind, certaintyWords, deviceSections, deviceTitle } from '#shared/i18n/device-words.ts'
import { sendingWords } from '#shared/i18n/sending-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Style } from '#cli/output/style.ts'

/** Names to type, with what they stand for. */
export function deviceListText(cards: readonly DeviceCard[], t: Translate, style: Style): string {
  const width = Math.max(...cards.map(({ id }) => id.length))
  return cardsByKind(cards, t)
    .map(({ title, cards: those }) =>
      [
        style.strong(title),
        ...those.map((card) => `  ${card.id.padEnd(width)}  ${deviceTitle(card, t)}`),
      ].join('\n'),
    )
    .join('\n')
}

export function deviceText(card: DeviceCard, t: Translate, style: Style): string {
  const sections = deviceSections(card, t).map(({ title, lines }) =>
    [`${title}:`, ...lines.map((line) => `  ${line}`)].join('\n'),
  )
  return [style.strong(deviceTitle(card, t)), ...sections, style.quiet(certaintyWords(card, t))].join('\n')
}

/** The ways of a provider, the ones that fit first. */
export function sendingText(
  ways: readonly WeighedWay[],
  provider: string,
  t: Translate,
  style: Style,
): string {
  return [
    style.strong(t('sending.title', { provider })),
    ...ways.map((way, at) => wayText(way, at + 1, t, style)),
  ].join('\n')
}

function wayText(way: WeighedWay, place: number, t: Translate, style: Style): string {
  const { title, fits, limits, obstacles, todo, enter } = sendingWords(way, t)
  const paint = { yes: style.good, check: style.strong, no: style.bad }[way.fits]
  return [
    `${place}. ${title}: ${paint(fits)}`,
    ...[
      limits,
      ...obstacles.map((line) => `- ${line}`),
      ...[todo, enter].filter((line) => line !== null),
    ].map((line) => `   ${line}`),
  ].join('\n')
}
