import { isOwnMailbox, type SendingWayId, type WeighedWay } from '#shared/devices/sending-way.ts'
import type { Code } from '#shared/finding/codes.ts'
import { sendingWords, serverWords } from '#shared/i18n/sending-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Letter } from '#shared/report/letter.ts'
import { powerShellText } from '#shared/report/power-shell.ts'
import { REMEDIES } from '#shared/report/remedies.ts'
import { remedyLines } from '#shared/report/remedy-lines.ts'

/** Which refusal the switch of a way is about: its remedy says where it is. */
const SWITCHES: Partial<Record<SendingWayId, Code>> = {
  'microsoft-oauth': 'AUTH_SMTP_DISABLED_TENANT',
  'microsoft-smtp-auth': 'AUTH_SMTP_DISABLED_TENANT',
}

/** Where an administrator sets it up: a name of the maker, the same in every language. */
const GOOGLE = 'Google Admin console (https://admin.google.com/)'
const PAGES: Partial<Record<SendingWayId, string>> = {
  'microsoft-high-volume': 'Exchange admin center (https://admin.exchange.microsoft.com/)',
  'google-oauth': GOOGLE,
  'google-relay': GOOGLE,
  'google-relay-sign-in': GOOGLE,
  'google-restricted': GOOGLE,
}

/** What stands for the address that only the organisation knows: no command accepts it as it is. */
const PLACE = 'PUBLIC-IP'

/**
 * What the administrator has to do so that a device can send this way, and what is entered in the device then; `null`
 * where the user needs nothing of an administrator. It holds no secret.
 * @param address the sender, `''` where it is not known
 */
export function sendingLetter(
  weighed: WeighedWay,
  { device, address }: { readonly device: string; readonly address: string },
  t: Translate,
): Letter | null {
  const { way, server } = weighed
  if (isOwnMailbox(way.id)) return null
  const { title, limits, obstacles } = sendingWords(weighed, t)
  return {
    subject: t('sending.letter.subject', { device, way: title }),
    body: [
      t('admin-message.hello'),
      '',
      t('sending.letter.intro', { device, way: title }),
      '',
      t(`sending.way.${way.id}.admin`, { page: PAGES[way.id] ?? '' }),
      ...commandLines(way.id, address, t),
      '',
      `${t('sending.letter.limits')}: ${limits}`,
      ...obstacles.map((line) => `- ${line}`),
      ...(server === null ? [] : ['', serverWords(server, t)]),
      '',
      t('sending.letter.thanks'),
    ].join('\n'),
  }
}

function commandLines(id: SendingWayId, address: string, t: Translate): readonly string[] {
  const code = SWITCHES[id]
  const remedy = REMEDIES.find((one) => one.code === code)
  if (remedy !== undefined)
    return ['', ...remedyLines(remedy, { address, userName: address, protocol: 'smtp' }, t)]
  const domain = powerShellText(address.slice(address.lastIndexOf('@') + 1))
  if (id !== 'microsoft-connector' || domain === null) return []
  return [
    '',
    t('remedy.commands', { shell: 'Exchange Online PowerShell' }),
    '',
    `New-InboundConnector -Name 'Devices' -ConnectorType OnPremises -SenderDomains ${domain} -SenderIPAddresses ${PLACE}`,
    '',
    t('sending.letter.place'),
  ]
}
