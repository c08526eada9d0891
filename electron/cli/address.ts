import { doubtAbout, type AddressDoubt } from '#shared/catalogue/address-doubt.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import { addressDoubtWords, addressProblemWords } from '#shared/i18n/address-words.ts'
import { UsageError } from '#cli/exit-status.ts'
import type { Invocation } from '#cli/command.ts'
import { say } from '#cli/terminal.ts'

/**
 * The one address a command is about. A doubt about it is said on standard error and does not stop the
 * command, but for a lookalike: that one counts as meant only when it is written in the letters computers
 * know it by.
 * @throws UsageError that says what is wrong with the address, and what was probably meant
 */
export function readAddress(invocation: Invocation): EmailAddress {
  const { positionals, terminal, translator } = invocation
  const [text, ...rest] = positionals
  if (text === undefined || rest.length > 0) throw new UsageError('exactly one address is needed')
  const address = parseEmailAddress(text)
  if (!address.ok) throw new UsageError(`${addressProblemWords(address.error, translator.t)} [ADDR_INVALID]`)
  const doubt = doubtAbout(address.value)
  if (doubt === null) return address.value
  const words = doubtText(address.value, doubt, invocation)
  if (doubt.kind === 'lookalike' && !text.endsWith(`@${address.value.domain.ascii}`))
    throw new UsageError(words)
  say(terminal, words)
  return address.value
}

function doubtText(
  address: EmailAddress,
  doubt: AddressDoubt,
  { translator: { t } }: Pick<Invocation, 'translator'>,
): string {
  const { title, explanation, code } = addressDoubtWords(address, doubt, t)
  return [title, explanation, code === null ? '' : `[${code}]`].filter((part) => part !== '').join(' ')
}
