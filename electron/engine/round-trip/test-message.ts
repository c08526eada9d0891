import { randomBytes } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'

/** A message from an account to itself, or to an address the user typed, ready for the wire. */
export interface TestMessage {
  readonly from: string
  readonly to: string
  /** A word in the subject that no other message has: servers may rewrite the Message-ID, the subject stays. */
  readonly token: string
  /** RFC 5322, lines ended by CRLF. */
  readonly source: string
}

export interface TestMessageWords {
  readonly subject: string
  readonly text: string
}

/** Both addresses in the form the mail world uses, their domains in A-labels. */
export async function composeTestMessage(
  { from, to }: Pick<TestMessage, 'from' | 'to'>,
  words: TestMessageWords,
): Promise<TestMessage> {
  const token = randomBytes(6).toString('hex')
  const message = await new MailComposer({
    from,
    to,
    subject: `${words.subject} ${token}`,
    text: words.text,
    textEncoding: 'quoted-printable',
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
  return { from, to, token, source: message.toString('utf8') }
}
