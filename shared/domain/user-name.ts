import { assertNever } from '#shared/outcome.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'

/** How a provider builds the user name from the address. `own`: it is something else, the user has to type it. */
export type UserNameForm = 'address' | 'local-part' | 'own'

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
