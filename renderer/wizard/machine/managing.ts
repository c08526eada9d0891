import type { ForgottenSecrets, OpenProblem } from '#shared/contract/contract.ts'

/** What can be done with a saved account from the list. */
export type AccountAction = 'test' | 'edit' | 'forget'

/** What is going on with one of the saved accounts. */
export type Managing =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly address: string; readonly action: AccountAction }
  | {
      readonly state: 'failed'
      readonly address: string
      readonly action: AccountAction
      readonly problem: OpenProblem
    }
  | { readonly state: 'forgotten'; readonly address: string; readonly secrets: ForgottenSecrets }
