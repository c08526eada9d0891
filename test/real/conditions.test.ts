import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { CertificateOrder } from '#engine/practice/certificate-authority.ts'
import { authority } from '../support/certificates.ts'
import { hasDovecot, startDovecot, type Dovecot } from '../support/real/dovecot.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { hasPostfix, startPostfix } from '../support/real/postfix.ts'
import { checkServers } from './check-servers.ts'

const DAY_MS = 86_400_000

async function dovecotWith(settings: string, certificate: Partial<CertificateOrder> = {}): Promise<Dovecot> {
  const issued = await authority.issue({ dnsNames: ['localhost'], ...certificate })
  return startDovecot({ ...issued, users: [ANNA], settings })
}

const endpointsOf = ({ ports }: Dovecot): readonly ServerEndpoint[] => [
  { protocol: 'smtp', host: 'localhost', port: ports.submission, security: 'starttls' },
  { protocol: 'imap', host: 'localhost', port: ports.imaps, security: 'tls' },
  { protocol: 'pop3', host: 'localhost', port: ports.pop3, security: 'starttls' },
]

interface Condition {
  readonly name: string
  readonly settings?: string
  readonly certificate?: Partial<CertificateOrder>
  readonly codes: readonly string[]
  readonly sent: readonly string[]
}

const UNSENT = ['no', 'no', 'no']

const CONDITIONS: readonly Condition[] = [
  {
    name: 'a certificate that has expired',
    certificate: { notBefore: new Date(Date.now() - 60 * DAY_MS), notAfter: new Date(Date.now() - DAY_MS) },
    codes: ['TLS_EXPIRED', 'TLS_EXPIRED', 'TLS_EXPIRED'],
    sent: UNSENT,
  },
  {
    name: "another server's certificate",
    certificate: { dnsNames: ['other.example.test'] },
    codes: ['TLS_NAME', 'TLS_NAME', 'TLS_NAME'],
    sent: UNSENT,
  },
  {
    name: 'no encryption at all',
    settings: 'ssl = no',
    codes: ['STARTTLS_MISSING', 'NET_REFUSED', 'STARTTLS_MISSING'],
    sent: UNSENT,
  },
]

describe.skipIf(!hasDovecot).each(CONDITIONS)(
  'Dovecot with $name',
  ({ settings, certificate, codes, sent }) => {
    let dovecot: Dovecot
    beforeAll(async () => {
      dovecot = await dovecotWith(settings ?? '', certificate)
    })
    afterAll(() => dovecot.stop())

    test('gets the right code at each port, and the password only where it is safe', async () => {
      const { endpoints } = await checkServers(endpointsOf(dovecot), ANNA.password)
      expect(endpoints.map(({ code }) => code)).toEqual(codes)
      expect(endpoints.map(({ passwordSent }) => passwordSent)).toEqual(sent)
    })
  },
)

const QUOTA = `
mail_plugins = quota
protocol imap {
  mail_plugins = quota imap_quota
}
plugin {
  quota = maildir:User quota
  quota_rule = *:storage=512M
}`

test.skipIf(!hasDovecot)(
  'what is worth knowing about the mailbox travels with the opening of the mailbox',
  async () => {
    const dovecot = await dovecotWith(QUOTA)
    const { endpoints } = await checkServers(endpointsOf(dovecot).slice(1, 2), ANNA.password)
    await dovecot.stop()
    const [result] = endpoints
    expect(result?.evidence.stages.at(-1)).toMatchObject({
      stage: 'mailbox',
      facts: { messages: 0, unseen: 0, delimiter: '.', usedKb: 0, limitKb: 524_288 },
    })
    const commands = result?.evidence.transcript.flatMap(({ direction, text }) =>
      direction === 'sent' ? [text] : [],
    )
    expect(commands?.slice(-6)).toEqual([
      expect.stringContaining('ID ("name" "Mailwright")'),
      expect.stringContaining('LIST "" INBOX'),
      expect.stringContaining('STATUS INBOX (MESSAGES UNSEEN)'),
      expect.stringContaining('EXAMINE INBOX'),
      expect.stringContaining('GETQUOTAROOT INBOX'),
      'ZZ LOGOUT',
    ])
  },
)

test.skipIf(!hasDovecot || !hasPostfix)(
  'Postfix that knows nothing newer than TLS 1.0 is too old',
  async () => {
    const { certificate, key } = await authority.issue({ dnsNames: ['localhost'] })
    const postfix = await startPostfix({
      certificate,
      key,
      saslPort: 1,
      mailDirectory: '/nonexistent',
      mailboxes: [],
      overrides: ['smtpd_tls_mandatory_protocols=TLSv1', '{ tls_medium_cipherlist = ALL:@SECLEVEL=0 }'],
    })
    const { submission: port } = postfix.ports
    const { endpoints } = await checkServers(
      [{ protocol: 'smtp', host: 'localhost', port, security: 'starttls' }],
      ANNA.password,
    )
    await postfix.stop()
    expect(endpoints[0]).toMatchObject({ code: 'TLS_OLD', passwordSent: 'no' })
  },
)

/** Each server alone, so that none of them takes the word of another. */
async function findingsAtEach(dovecot: Dovecot): Promise<readonly unknown[]> {
  const findings: unknown[] = []
  for (const endpoint of endpointsOf(dovecot)) {
    const { endpoints } = await checkServers([endpoint], ANNA.password)
    findings.push(endpoints[0]?.findings[0])
  }
  return findings
}

/** Dovecot says why it refuses an account to PLAIN alone, and announces SCRAM all the same. */
const WITH_SCRAM = 'scram-sha-256 scram-sha-1 login plain'

test.skipIf(!hasDovecot)('a mailbox that was switched off is told apart from a wrong password', async () => {
  const issued = await authority.issue({ dnsNames: ['localhost'] })
  const users = [{ ...ANNA, lockedBecause: 'Unpaid' }]
  const dovecot = await startDovecot({ ...issued, users, mechanisms: WITH_SCRAM })
  const findings = await findingsAtEach(dovecot)
  await dovecot.stop()
  expect(findings).toMatchObject([
    { code: 'AUTH_SUSPENDED' },
    { code: 'AUTH_SUSPENDED' },
    // POP3 has one code for all of it (RFC 3206 AUTH); the server's words are shown beside it.
    { code: 'AUTH_REJECTED', serverSaid: 'Unpaid' },
  ])
})

/** Asks a program that fails for its own reasons, as a directory does that does not answer. */
const DEAD_BACK_END = `
passdb {
  driver = checkpassword
  args = /bin/ls --no-such-option
}`

test.skipIf(!hasDovecot)('a back end that does not answer is told apart from a wrong password', async () => {
  const issued = await authority.issue({ dnsNames: ['localhost'] })
  const dovecot = await startDovecot({
    ...issued,
    users: [],
    mechanisms: WITH_SCRAM,
    settings: DEAD_BACK_END,
  })
  const findings = await findingsAtEach(dovecot)
  await dovecot.stop()
  expect(findings).toMatchObject([1, 2, 3].map(() => ({ code: 'SERVER_BUSY', turn: 'nobody' })))
})
