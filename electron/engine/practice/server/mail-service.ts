import type { PracticeInbox } from '#engine/practice/practice-inbox.ts'
import type { ServerTls } from '#engine/practice/kit/conversation.ts'

export type SignInVerdict = 'accepted' | 'wrong-password' | 'app-password-needed'

/** One honest little mail server, as far as a sign-in needs it. */
export interface MailService {
  readonly hostName: string
  /** `tls`: encrypted from the first byte. `starttls`: offers the upgrade. `clear`: does not even offer it. */
  readonly endpoint: 'tls' | 'starttls' | 'clear'
  /** Asked anew for every connection: a certificate can expire, and be renewed. */
  readonly tls: () => ServerTls
  readonly signIn: (userName: string, password: string) => SignInVerdict
  readonly inbox: PracticeInbox
  /** Before every reply, so that a person can watch the stages go by. */
  readonly paceMs: number
}
