import { randomBytes } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'

/** A message from an account to itself, ready for the wire. */
export interface TestMessage {
  readonly address: string
  /** A word in the subject that no other message has: servers may rewrite the Message-ID, the subject stays. */
  readonly token: string
  /** RFC 5322, lines ended by CRLF. */
  readonly source: string
}

export interface TestMessageWords {
  readonly subject: string
  readonly text: string
}

/** @param address in the form the mail world uses, its domain in A-labels */
export async function composeTestMessage(address: string, words: TestMessageWords): Promise<TestMessage> {
  const token = randomBytes(6).toString('hex')
  const message = await new MailComposer({
    from: address,
    to: address,
    subject: `${words.subject} ${token}`,
    text: words.text,
    textEncoding: 'quoted-printable',
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
  return { address, token, source: message.toString('utf8') }
}
