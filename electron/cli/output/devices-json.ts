import type { DeviceCard } from '#shared/devices/device-card.ts'
import type { WeighedWay } from '#shared/devices/sending-way.ts'
import { certaintyWords, deviceTitle, panelErrorWords } from '#shared/i18n/device-words.ts'
import { sendingWords } from '#shared/i18n/sending-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { sendingLetter } from '#shared/report/sending-letter.ts'

/** One card in the JSON of `devices`: a stable interface. */
export function deviceJson(card: DeviceCard, t: Translate) {
  const { id, maker, family, kind, menu, fields, ports, encryption, tls, signIn, oauth } = card
  return {
    id,
    title: deviceTitle(card, t),
    maker,
    family,
    kind,
    menu,
    fields,
    ports,
    encryption,
    tls,
    signIn,
    oauth,
    errors: card.errors.map((error) => ({ ...error, text: panelErrorWords(error, t) })),
    certainty: card.certainty,
    source: card.source,
    about: certaintyWords(card, t),
  }
}

/** One way in the JSON of `devices --provider`: a stable interface. */
export function wayJson(
  weighed: WeighedWay,
  letter: { readonly device: string; readonly address: string },
  t: Translate,
) {
  const { way, fits, obstacles, server, end } = weighed
  const message = sendingLetter(weighed, letter, t)
  const words = sendingWords(weighed, t)
  return {
    id: way.id,
    fits,
    obstacles,
    recipients: way.recipients,
    server,
    end,
    title: words.title,
    limits: words.limits,
    remarks: words.obstacles,
    message: message?.body ?? null,
    messageSubject: message?.subject ?? null,
  }
}
