import type { Session, SessionProtocol } from '#engine/practice/server/session.ts'
import type { SignInVerdict } from '#engine/practice/server/mail-service.ts'

const VERDICTS: Readonly<Record<SignInVerdict, string>> = {
  accepted: '235 2.7.0 Authentication successful',
  'wrong-password': '535 5.7.8 Authentication credentials invalid',
  'app-password-needed': '534 5.7.9 Application-specific password required',
}

/** Submission (RFC 6409); a user who has signed in can send to their own mailbox. */
export const smtpSession: SessionProtocol = {
  greeting: ({ service }) => `220 ${service.hostName} ESMTP Practice`,
  answer: async (session, line) => {
    const [verb = '', ...words] = line.split(' ')
    switch (verb.toUpperCase()) {
      case 'EHLO':
        return session.reply(
          ...multiline([`${session.service.hostName} at your service`, ...extensions(session)]),
        )
      case 'STARTTLS':
        return session.upgrade({
          goAhead: '220 2.0.0 Ready to start TLS',
          refusal: '502 5.5.1 Not available',
        })
      case 'AUTH':
        return session.reply(
          session.encrypted ? await authenticate(session, words) : '530 5.7.0 Must issue STARTTLS first',
        )
      case 'MAIL':
      case 'RCPT':
      case 'DATA':
        return session.reply(
          session.signedIn
            ? await transact(session, verb.toUpperCase())
            : '530 5.7.0 Authentication required',
        )
      case 'QUIT':
        await session.reply('221 2.0.0 Bye')
        return 'bye'
      default:
        return session.reply('502 5.5.2 Command not recognized')
    }
  },
}

async function transact(session: Session, verb: string): Promise<string> {
  if (verb !== 'DATA') return '250 2.1.0 OK'
  await session.reply('354 End data with a dot')
  session.service.inbox.deliver(await session.readMessage())
  return '250 2.0.0 Accepted'
}

function extensions({ offersUpgrade, encrypted }: Session): readonly string[] {
  const common = ['PIPELINING', 'SIZE 35882577', 'ENHANCEDSTATUSCODES', '8BITMIME']
  return [...common, ...(offersUpgrade ? ['STARTTLS'] : []), ...(encrypted ? ['AUTH PLAIN LOGIN'] : [])]
}

function multiline(texts: readonly string[]): readonly string[] {
  return texts.map((text, index) => `250${index === texts.length - 1 ? ' ' : '-'}${text}`)
}

async function authenticate(session: Session, [mechanism = '', initial]: readonly string[]): Promise<string> {
  switch (mechanism.toUpperCase()) {
    case 'PLAIN':
      return VERDICTS[await session.signInPlain(initial, '334 ')]
    case 'LOGIN': {
      const userName = await session.ask('334 VXNlcm5hbWU6')
      const password = await session.ask('334 UGFzc3dvcmQ6')
      return VERDICTS[session.signIn(userName, password)]
    }
    default:
      return '504 5.5.4 Unrecognized authentication type'
  }
}
