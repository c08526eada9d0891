import { doubtAbout } from '#shared/catalogue/address-doubt.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import { addressDoubtWords, addressProblemText } from '#shared/i18n/address-words.ts'
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
  if (text === undefined || rest.length > 0) throw new UsageError('cli.usage.one-address')
  const address = parseEmailAddress(text)
  if (!address.ok) {
    const { key, values } = addressProblemText(address.error)
    throw new UsageError(key, values, 'ADDR_INVALID')
  }
  const doubt = doubtAbout(address.value)
  if (doubt === null) return address.value
  const { title, explanation, code } = addressDoubtWords(address.value, doubt, translator.t)
  if (doubt.kind === 'lookalike' && !text.endsWith(`@${address.value.domain.ascii}`))
    throw new UsageError('cli.lookalike', { title, explanation }, 'ADDR_LOOKALIKE')
  say(terminal, `${title} ${explanation}${code === null ? '' : ` [${code}]`}`)
  return address.value
}
