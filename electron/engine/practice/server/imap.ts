import type { SignInVerdict } from '#engine/practice/server/mail-service.ts'
import type { Session, SessionProtocol } from '#engine/practice/server/session.ts'

const KB_PER_MESSAGE = 2
const QUOTA_KB = 1_048_576

const VERDICTS: Readonly<Record<SignInVerdict, string>> = {
  accepted: 'OK Logged in',
  'wrong-password': 'NO [AUTHENTICATIONFAILED] Invalid credentials',
  'app-password-needed': 'NO [ALERT] Application-specific password required',
}

/** IMAP4rev1 up to the opened INBOX. */
export const imapSession: SessionProtocol = {
  greeting: (session) => `* OK [${capabilities(session)}] ${session.service.hostName} ready`,
  answer: async (session, line) => {
    const [tag = '*', command = '', ...words] = line.split(' ')
    switch (command.toUpperCase()) {
      case 'CAPABILITY':
        return session.reply(`* ${capabilities(session)}`, `${tag} OK done`)
      case 'STARTTLS':
        return session.upgrade({ goAhead: `${tag} OK begin TLS now`, refusal: `${tag} BAD not available` })
      case 'AUTHENTICATE':
        return session.reply(
          `${tag} ${session.encrypted ? await authenticate(session, words) : 'NO [PRIVACYREQUIRED] TLS first'}`,
        )
      case 'LOGIN':
        return session.reply(
          `${tag} ${session.encrypted ? login(session, line) : 'NO [PRIVACYREQUIRED] TLS first'}`,
        )
      case 'SEARCH': {
        const found = session.service.inbox.search(/"([^"]*)"/.exec(line)?.[1] ?? '')
        return session.reply(`* SEARCH ${found.join(' ')}`, `${tag} OK done`)
      }
      case 'FETCH':
        return fetchHead(session, tag, Number(words[0]))
      case 'LOGOUT':
        await session.reply('* BYE see you', `${tag} OK done`)
        return 'bye'
      default:
        return answerAboutMailbox(session, tag, command)
    }
  },
}

const LOGIN = /^\S+ \S+ "((?:[^"\\]|\\.){0,500})" "((?:[^"\\]|\\.){0,500})"$/

/** RFC 9051 section 6.2.3, with quoted strings. */
function login(session: Session, line: string): string {
  const [, name, password] = LOGIN.exec(line) ?? []
  if (name === undefined || password === undefined) return 'BAD not two strings'
  const unquoted = (text: string) => text.replace(/\\(.)/g, '$1')
  return VERDICTS[session.signIn(unquoted(name), unquoted(password))]
}

/** One mailbox, INBOX; all its messages are unread. */
const MAILBOX: Readonly<Record<string, (messages: number) => string>> = {
  ID: () => 'ID NIL',
  LIST: () => 'LIST (\\HasNoChildren) "/" INBOX',
  STATUS: (messages) => `STATUS INBOX (MESSAGES ${messages} UNSEEN ${messages})`,
  NOOP: (messages) => `${messages} EXISTS`,
  EXAMINE: (messages) => `${messages} EXISTS`,
  GETQUOTAROOT: (messages) => `QUOTA "" (STORAGE ${messages * KB_PER_MESSAGE} ${QUOTA_KB})`,
}

function fetchHead(session: Session, tag: string, number: number): Promise<void> {
  const head = session.service.inbox.head(number)
  if (head === null) return session.reply(`${tag} NO there is nothing to read in practice`)
  const literal = `{${Buffer.byteLength(head)}}\r\n${head}`
  return session.reply(`* ${number} FETCH (BODY[HEADER]<0> ${literal})`, `${tag} OK done`)
}

function answerAboutMailbox(session: Session, tag: string, command: string): Promise<void> {
  const answer = MAILBOX[command.toUpperCase()]
  if (answer === undefined) return session.reply(`${tag} BAD unknown command`)
  return session.reply(`* ${answer(session.service.inbox.count)}`, `${tag} OK done`)
}

function capabilities({ offersUpgrade, encrypted }: Session): string {
  const login = encrypted ? ['SASL-IR', 'AUTH=PLAIN'] : ['LOGINDISABLED']
  return [
    'CAPABILITY IMAP4rev1 ID IDLE NAMESPACE QUOTA',
    ...(offersUpgrade ? ['STARTTLS'] : []),
    ...login,
  ].join(' ')
}

async function authenticate(session: Session, [mechanism = '', initial]: readonly string[]): Promise<string> {
  if (mechanism.toUpperCase() !== 'PLAIN') return 'NO mechanism not supported'
  return VERDICTS[await session.signInPlain(initial, '+ ')]
}
