import {
  DEVICE_KINDS,
  type DeviceCard,
  type DeviceFields,
  type PanelError,
} from '#shared/devices/device-card.ts'
import { dayForReader } from '#shared/i18n/day.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** A heading and its lines. */
export interface DeviceSection {
  readonly title: string
  readonly lines: readonly string[]
}

const FIELDS = [
  'server',
  'port',
  'encryption',
  'userName',
  'password',
  'sender',
] as const satisfies readonly (keyof DeviceFields)[]

export function deviceTitle({ maker, family }: DeviceCard, t: Translate): string {
  return family.startsWith(maker) ? family : t('device.title', { maker, family })
}

/** Cards under the kind they are of, in the order of the kinds. */
export function cardsByKind(
  cards: readonly DeviceCard[],
  t: Translate,
): readonly { readonly title: string; readonly cards: readonly DeviceCard[] }[] {
  return DEVICE_KINDS.map((kind) => ({
    title: t(`device.kind.${kind}`),
    cards: cards.filter((card) => card.kind === kind),
  })).filter((group) => group.cards.length > 0)
}

/** Everything a card says. Menus, fields and codes stay in the language of the device. */
export function deviceSections(card: DeviceCard, t: Translate): readonly DeviceSection[] {
  const { menu, errors } = card
  const sections: readonly DeviceSection[] = [
    {
      title: t('device.menu'),
      lines: [menu === 'unknown' ? t('device.menu.unknown') : menu.join(' > ')],
    },
    { title: t('device.fields'), lines: FIELDS.map((field) => fieldLine(field, card, t)) },
    { title: t('device.can'), lines: abilityLines(card, t) },
    {
      title: t('device.errors'),
      lines: errors.map((error) => `${error.code}: ${panelErrorWords(error, t)}`),
    },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

export function panelErrorWords({ cause, certainty }: PanelError, t: Translate): string {
  const text = t(`device.cause.${cause}`)
  return certainty === 'documented' ? text : t('device.second-hand-code', { text })
}

/** How far the card is to be trusted. */
export function certaintyWords({ certainty, source }: DeviceCard, t: Translate): string {
  if (source === null) return t('device.second-hand')
  const day = dayForReader(source.date) ?? source.date
  return t(certainty === 'documented' ? 'device.documented' : 'device.partly', { source: source.name, day })
}

function fieldLine(field: (typeof FIELDS)[number], { fields }: DeviceCard, t: Translate): string {
  return `${t(`device.field.${field}`)}: ${fields[field] ?? t('device.field.unknown')}`
}

function abilityLines(
  { ports, encryption, tls, signIn, oauth }: DeviceCard,
  t: Translate,
): readonly string[] {
  const list = (items: readonly string[] | 'unknown') =>
    items === 'unknown' ? t('device.unknown') : items.length === 0 ? t('device.none') : items.join(', ')
  const kinds = encryption === 'unknown' ? encryption : encryption.map((one) => t(`security.${one}`))
  const issuers =
    oauth === 'unknown'
      ? oauth
      : oauth.map((issuer) => ({ microsoft: 'Microsoft', google: 'Google' })[issuer])
  return [
    `${t('device.can.ports')}: ${ports === 'any' ? t('device.ports.any') : list(ports === 'unknown' ? ports : ports.map(String))}`,
    `${t('device.can.encryption')}: ${list(kinds)}`,
    `${t('device.can.tls')}: ${list(tls)}`,
    `${t('device.can.sign-in')}: ${t('device.answer', { answer: signIn })}`,
    `${t('device.can.oauth')}: ${list(issuers)}`,
  ]
}
