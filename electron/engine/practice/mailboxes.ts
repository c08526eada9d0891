import { FOUR_GROUPS_OF_FOUR } from '#shared/catalogue/app-password.ts'
import type { Provider, ServerText } from '#shared/catalogue/provider.ts'
import type { PracticeFault, PracticeMailbox } from '#shared/contract/practice.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { SignInVerdict } from '#engine/practice/server/mail-service.ts'

const PASSWORD = 'sunflower'
const APP_PASSWORD = 'abcd efgh ijkl mnop'

/** `.example` is reserved (RFC 2606): no practice address can ever be a real one. */
const DOMAINS: Readonly<Record<PracticeFault, string>> = {
  none: 'practice.example',
  'wrong-password': 'typo.example',
  'blocked-port': 'hotel.example',
  'expired-certificate': 'expired.example',
  'missing-starttls': 'stripped.example',
  'app-password': 'two-step.example',
}

const PASSWORDS: Readonly<Partial<Record<PracticeFault, readonly string[]>>> = {
  'wrong-password': ['sunflowre', PASSWORD],
  'app-password': [PASSWORD, APP_PASSWORD],
}

export function practiceMailbox(fault: PracticeFault): PracticeMailbox {
  return { fault, address: `anna@${DOMAINS[fault]}`, passwords: PASSWORDS[fault] ?? [PASSWORD] }
}

export function practiceHost(fault: PracticeFault, protocol: Protocol): string {
  return `${protocol === 'pop3' ? 'pop' : protocol}.${DOMAINS[fault]}`
}

/** What the practice provider would say about itself; the faults of a port concern sending by port 587. */
export function practiceProvider(fault: PracticeFault): Provider {
  const endpoint = (protocol: Protocol, port: number, security: 'tls' | 'starttls'): ServerText =>
    `${practiceHost(fault, protocol)}:${port}:${security}`
  const needsStartTls = fault === 'blocked-port' || fault === 'missing-starttls'
  const submissions = [endpoint('smtp', 465, 'tls'), endpoint('smtp', 587, 'starttls')]
  return {
    id: `practice-${fault}`,
    name: 'Practice Mail',
    kind: 'mailbox',
    accountType: 'other',
    domains: [DOMAINS[fault]],
    mx: [],
    servers: {
      imap: [endpoint('imap', 993, 'tls')],
      pop3: [endpoint('pop3', 995, 'tls')],
      smtp: needsStartTls ? submissions.toReversed() : submissions,
    },
    userName: 'address',
    signIn: [{ kind: 'password' }],
    pages: {},
    ...(fault === 'app-password' ? { appPasswordFormat: FOUR_GROUPS_OF_FOUR } : {}),
    hints: [],
    retiredHosts: [],
    sources: [{ name: 'Mailwright practice mode', date: '2026-11-20' }],
    comparedOn: '2026-11-20',
  }
}

/** How the practice servers judge a sign-in. App passwords are accepted without their spaces only, as Google does. */
export function judgeSignIn(fault: PracticeFault, userName: string, password: string): SignInVerdict {
  if (userName !== practiceMailbox(fault).address) return 'wrong-password'
  if (fault !== 'app-password') return password === PASSWORD ? 'accepted' : 'wrong-password'
  if (password === PASSWORD) return 'app-password-needed'
  return password === APP_PASSWORD.replaceAll(' ', '') ? 'accepted' : 'wrong-password'
}
