import type { SignInVerdict } from '#engine/practice/server/mail-service.ts'
import type { Session, SessionProtocol } from '#engine/practice/server/session.ts'

const OCTETS_PER_MESSAGE = 2048

const VERDICTS: Readonly<Record<SignInVerdict, string>> = {
  accepted: '+OK Logged in',
  'wrong-password': '-ERR [AUTH] Invalid credentials',
  'app-password-needed': '-ERR [AUTH] Application-specific password required',
}

/** POP3 up to the number of waiting messages. */
export const pop3Session: SessionProtocol = {
  greeting: ({ service }) => `+OK ${service.hostName} ready`,
  answer: async (session, line) => {
    const [verb = '', ...words] = line.split(' ')
    switch (verb.toUpperCase()) {
      case 'CAPA':
        return session.reply('+OK', ...capabilities(session), '.')
      case 'STLS':
        return session.upgrade({ goAhead: '+OK begin TLS now', refusal: '-ERR not available' })
      case 'AUTH':
        return session.reply(session.encrypted ? await authenticate(session, words) : '-ERR [AUTH] TLS first')
      case 'STAT': {
        const messages = session.service.inbox.count
        return session.reply(`+OK ${messages} ${messages * OCTETS_PER_MESSAGE}`)
      }
      case 'QUIT':
        await session.reply('+OK bye')
        return 'bye'
      default:
        return session.reply('-ERR unknown command')
    }
  },
}

function capabilities({ offersUpgrade, encrypted }: Session): readonly string[] {
  const common = ['TOP', 'UIDL', 'RESP-CODES', 'AUTH-RESP-CODE', 'PIPELINING']
  return [...common, ...(offersUpgrade ? ['STLS'] : []), ...(encrypted ? ['SASL PLAIN'] : [])]
}

async function authenticate(session: Session, [mechanism = '', initial]: readonly string[]): Promise<string> {
  if (mechanism.toUpperCase() !== 'PLAIN') return '-ERR mechanism not supported'
  return VERDICTS[await session.signInPlain(initial, '+ ')]
}
