import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import { UsageError } from '#cli/exit-status.ts'
import type { Invocation } from '#cli/command.ts'
import { addressProblemWords } from '#shared/i18n/address-words.ts'

/** @throws UsageError that says what is wrong with the address, and what was probably meant */
export function readAddress({ positionals, translator }: Invocation): EmailAddress {
  const [text, ...rest] = positionals
  if (text === undefined || rest.length > 0) throw new UsageError('exactly one address is needed')
  const address = parseEmailAddress(text)
  if (address.ok) return address.value
  throw new UsageError(`${addressProblemWords(address.error, translator.t)} [ADDR_INVALID]`)
}
