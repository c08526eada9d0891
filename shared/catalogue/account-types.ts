/** The kinds of account a person can pick by hand, in the order of the tiles. */
export const ACCOUNT_TYPES = [
  { id: 'outlook', glyph: 'O', provider: 'outlook' },
  { id: 'microsoft-365', glyph: 'M', provider: 'microsoft-365' },
  { id: 'exchange', glyph: 'E', provider: 'exchange' },
  { id: 'gmail', glyph: 'G', provider: 'gmail' },
  { id: 'yahoo', glyph: 'Y', provider: 'yahoo' },
  { id: 'icloud', glyph: 'i', provider: 'icloud' },
  { id: 'aol', glyph: 'A', provider: 'aol' },
  { id: 'bridge', glyph: '⌂', provider: 'local-bridge' },
  { id: 'sending', glyph: '➤', provider: null },
  { id: 'other', glyph: '@', provider: null },
] as const

/** Services that only send, by the names of their providers: what the tile `sending` asks next. */
export const SENDING_SERVICES = [
  { id: 'amazon-ses', glyph: 'A', name: 'Amazon SES' },
  { id: 'brevo', glyph: 'B', name: 'Brevo' },
  { id: 'mailgun', glyph: 'M', name: 'Mailgun' },
  { id: 'mailjet', glyph: 'M', name: 'Mailjet' },
  { id: 'microsoft-hve', glyph: 'H', name: 'Microsoft 365 High Volume Email' },
  { id: 'postmark', glyph: 'P', name: 'Postmark' },
  { id: 'sendgrid', glyph: 'S', name: 'SendGrid' },
  { id: 'smtp2go', glyph: '2', name: 'SMTP2GO' },
] as const

export type AccountType = (typeof ACCOUNT_TYPES)[number]
export type SendingServiceId = (typeof SENDING_SERVICES)[number]['id']
export type AccountTypeId = AccountType['id'] | SendingServiceId

export const ACCOUNT_TYPE_IDS: readonly AccountTypeId[] = [...ACCOUNT_TYPES, ...SENDING_SERVICES].map(
  ({ id }) => id,
)

/** Whether nothing is received over the account that was picked. */
export function onlySends(id: AccountTypeId | null): boolean {
  return id === 'sending' || SENDING_SERVICES.some((service) => service.id === id)
}
