import { assertNever } from '#shared/outcome.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'

export const USER_NAME_FORMS = ['address', 'local-part', 'own'] as const

/** How a provider builds the user name from the address. `own`: it is something else, the user has to type it. */
export type UserNameForm = (typeof USER_NAME_FORMS)[number]

/** The name to sign in with; empty when only the user can know it. */
export function userNameFor(form: UserNameForm, address: EmailAddress): string {
  switch (form) {
    case 'address':
      return address.ascii
    case 'local-part':
      return address.localPart
    case 'own':
      return ''
    default:
      return assertNever(form)
  }
}
