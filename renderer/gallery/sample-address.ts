import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'

export function sampleAddress(text: string): EmailAddress {
  const address = parseEmailAddress(text)
  if (!address.ok) throw new Error(`not an address: ${text}`)
  return address.value
}
