import { providerByDomain } from '#shared/catalogue/look-up.ts'
import { DEVICE_CARDS } from '#shared/devices/cards.ts'
import type { DeviceCard } from '#shared/devices/device-card.ts'
import { findCards } from '#shared/devices/find-cards.ts'
import { RECIPIENTS, TRISTATES, UNKNOWN_DEVICE, weighWays } from '#shared/devices/sending-choice.ts'
import { placeFor, type SendingPlace } from '#shared/devices/sending-place.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { deviceTitle } from '#shared/i18n/device-words.ts'
import { letterText } from '#shared/report/letter.ts'
import { sendingLetter } from '#shared/report/sending-letter.ts'
import { valued } from '#cli/command-option.ts'
import type { Command, Invocation } from '#cli/command.ts'
import { EXIT, UsageError } from '#cli/exit-status.ts'
import { deviceJson, wayJson } from '#cli/output/devices-json.ts'
import { deviceListText, deviceText, sendingText } from '#cli/output/devices-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { print, printJson, sayLine } from '#cli/terminal.ts'

export const devicesCommand: Command = {
  name: 'devices',
  usage: `devices [NAME] [--provider microsoft-365|google-workspace|ADDRESS [--recipients WHOM]
        [--static-ip ANSWER] [--port-25 ANSWER] [--way NUMBER]] [--json]`,
  summary: 'cli.summary.devices',
  options: {
    provider: valued('NAME', 'cli.option.provider'),
    recipients: valued('WHOM', 'cli.option.recipients', RECIPIENTS),
    'static-ip': valued('ANSWER', 'cli.option.static-ip', TRISTATES),
    'port-25': valued('ANSWER', 'cli.option.port-25', TRISTATES),
    way: valued('NUMBER', 'cli.option.way'),
  },
  examples: [
    { line: 'devices kyocera', text: 'cli.example.devices' },
    {
      line: 'devices kyocera --provider microsoft-365 --static-ip yes',
      text: 'cli.example.devices-provider',
    },
  ],
  run: (invocation) => Promise.resolve(run(invocation)),
}

function run(invocation: Invocation) {
  const { terminal, translator, json, colors, positionals } = invocation
  const { t } = translator
  const name = positionals.join(' ').trim()
  const cards = name === '' ? DEVICE_CARDS : findCards(name)
  const place = readPlace(invocation)
  if (cards.length === 0 && !json) {
    sayLine(terminal, t('cli.device.none-found', { name }))
    return EXIT.problem
  }
  const card = cards.length === 1 ? (cards[0] ?? null) : null
  if (json) printJson(terminal, devicesJson(cards, card, place, invocation))
  else {
    const style = createStyle(colors)
    // Without a name, the ways are asked for: the list would push them off the screen.
    if (card !== null) print(terminal, deviceText(card, t, style))
    else if (name !== '' || place === null) {
      if (name !== '') sayLine(terminal, t('cli.device.several', { count: cards.length }))
      print(terminal, deviceListText(cards, t, style))
    }
    if (place !== null) printWays(card, place, invocation)
  }
  return cards.length === 0 ? EXIT.problem : EXIT.proved
}

function devicesJson(
  cards: readonly DeviceCard[],
  card: DeviceCard | null,
  place: SendingPlace | null,
  invocation: Invocation,
) {
  const { t } = invocation.translator
  const devices = cards.map((one) => deviceJson(one, t))
  if (place === null) return { schema: 1, devices, sending: null }
  const letter = letterFacts(card, place, invocation)
  const ways = weigh(card, place, invocation).map((way) => wayJson(way, letter, t))
  return { schema: 1, devices, sending: { provider: place.providerId, ways } }
}

function printWays(card: DeviceCard | null, place: SendingPlace, invocation: Invocation): void {
  const { terminal, colors, values } = invocation
  const { t } = invocation.translator
  const ways = weigh(card, place, invocation)
  if (place.providerId === null)
    sayLine(terminal, t('cli.sending.unknown-provider', { domain: place.domain }))
  const provider = place.name ?? t('sending.place.unknown', { domain: place.domain })
  print(terminal, `\n${sendingText(ways, provider, t, createStyle(colors))}`)
  const chosen = ways[(values['way'] === undefined ? 1 : Number(values['way'])) - 1]
  if (chosen === undefined) throw new UsageError('cli.usage.way', { count: ways.length })
  const letter = sendingLetter(chosen, letterFacts(card, place, invocation), t)
  if (letter !== null) print(terminal, `\n${t('sending.letter.title')}:\n\n${letterText(letter, t)}`)
}

function weigh(card: DeviceCard | null, place: SendingPlace, invocation: Invocation) {
  const date = new Date().toISOString().slice(0, 10)
  return weighWays(place.ways, { device: card ?? UNKNOWN_DEVICE, ...readNeeds(invocation) }, date)
}

function letterFacts(card: DeviceCard | null, { address }: SendingPlace, { translator: { t } }: Invocation) {
  return { device: card === null ? t('sending.letter.device') : deviceTitle(card, t), address }
}

function readNeeds(invocation: Invocation) {
  return {
    recipients: choice(invocation, 'recipients', RECIPIENTS),
    staticIp: choice(invocation, 'static-ip', TRISTATES),
    port25: choice(invocation, 'port-25', TRISTATES),
  }
}

function choice<T extends string>({ values }: Invocation, option: string, choices: readonly T[]): T {
  const typed = values[option] ?? 'unknown'
  const meant = choices.find((one) => one === typed)
  if (meant === undefined) throw new UsageError('cli.usage.choice', { option, choices: choices.join(', ') })
  return meant
}

/** @throws UsageError for what is neither a provider with ways of its own nor an address */
function readPlace({ values }: Invocation): SendingPlace | null {
  const { provider } = values
  if (typeof provider !== 'string') return null
  if (provider === 'microsoft-365' || provider === 'google-workspace') return placeFor(provider)
  const address = parseEmailAddress(provider)
  if (!address.ok) throw new UsageError('cli.usage.provider')
  const { ascii, domain } = address.value
  return { ...placeFor(providerByDomain(domain.ascii)), address: ascii, domain: domain.ascii }
}
