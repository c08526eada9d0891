import type { ServerReply } from '#shared/domain/server-reply.ts'

/** What can stand behind Microsoft's one `535 5.7.139`: five switches in five places, or simply a wrong password. */
export type MicrosoftCause =
  | 'tenant'
  | 'mailbox'
  | 'security-defaults'
  | 'conditional-access'
  | 'basic-disabled'
  | 'credentials'

const WORDS: readonly (readonly [MicrosoftCause, RegExp])[] = [
  ['tenant', /disabled for the tenant/i],
  ['mailbox', /disabled for the mailbox/i],
  ['security-defaults', /security defaults/i],
  ['conditional-access', /did not meet the criteria|conditional access/i],
  ['credentials', /credentials were incorrect/i],
]

/** The cause Microsoft names, `null` for every reply that is not this one. Without known words, passwords are off. */
export function microsoftCause(reply: ServerReply | null): MicrosoftCause | null {
  if (reply?.enhanced !== '5.7.139') return null
  return WORDS.find(([, words]) => words.test(reply.text))?.[0] ?? 'basic-disabled'
}
