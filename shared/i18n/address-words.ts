import type { AddressDoubt } from '#shared/catalogue/address-doubt.ts'
import type { AddressProblem, EmailAddress } from '#shared/domain/email-address.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { translated, type UntranslatedText } from '#shared/i18n/untranslated-text.ts'
import { assertNever } from '#shared/outcome.ts'

/** What is wrong with an address, in one sentence. */
export function addressProblemWords(problem: AddressProblem, t: Translate): string {
  return translated(addressProblemText(problem), t)
}

/** The same where the language is not known yet. */
export function addressProblemText(problem: AddressProblem): UntranslatedText {
  return 'suggestion' in problem
    ? { key: `address.${problem.reason}`, values: { suggestion: problem.suggestion } }
    : { key: `address.${problem.reason}` }
}

export interface AddressDoubtWords {
  readonly code: 'ADDR_LOOKALIKE' | 'ADDR_EAI' | null
  readonly title: string
  readonly explanation: string
}

/** What is asked about a possible address before anything is looked up. */
export function addressDoubtWords(
  address: EmailAddress,
  doubt: AddressDoubt,
  t: Translate,
): AddressDoubtWords {
  const { domain } = address
  switch (doubt.kind) {
    case 'typo':
      return {
        code: null,
        title: t('address.typo', { suggestion: doubt.suggestion }),
        explanation: t('address.typo-text', { domain: domain.unicode }),
      }
    case 'lookalike': {
      const facts = { typed: domain.unicode, spelled: domain.ascii, resembles: doubt.resembles }
      return { code: 'ADDR_LOOKALIKE', ...codeWords('ADDR_LOOKALIKE', t, facts) }
    }
    case 'international':
      return { code: 'ADDR_EAI', ...codeWords('ADDR_EAI', t, { host: 'none' }) }
    default:
      return assertNever(doubt)
  }
}
